package chainstep.ui.window;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each menu offers, by the ids of commands. */
final class Menus {
    /** | is a line, what ends in a colon a menu of what is found at the moment. */
    static final Map<String, List<String>> ALL = menus();

    private Menus() {}

    /** The commands of a menu. */
    static List<String> commands(String menu) {
        return ALL.get(menu).stream()
                .filter(id -> !id.equals("|") && !id.endsWith(":"))
                .toList();
    }

    private static Map<String, List<String>> menus() {
        Map<String, List<String>> menus = new LinkedHashMap<>();
        menus.put("file", items("new open recent: samples | save save.as | quit"));
        menus.put("edit", items("undo redo"));
        menus.put(
                "view",
                items("palette | pane.source pane.variables pane.watches pane.graph pane.derivation"
                        + " pane.timeline | projector theme language"));
        menus.put(
                "run",
                items("step into out back | line.next line.previous phase.end restart"
                        + " | continue reverse play cancel | breakpoint"));
        menus.put("depth", items("depth.iteration depth.phase depth.line depth.operation depth.term depth.element"));
        menus.put("help", items("keys"));
        return Collections.unmodifiableMap(menus);
    }

    private static List<String> items(String ids) {
        return List.of(ids.split(" "));
    }
}

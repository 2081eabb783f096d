package chainstep.ui.window;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each menu offers, by the ids of commands. */
final class Menus {
    /** The menus of the bar; the others are inside them. */
    static final List<String> BAR = items("file edit view run homework train inspect help");

    private static final String NETWORK =
            "units.more units.fewer layer.add layer.remove | activation.sigmoid activation.tanh activation.relu"
                    + " activation.leaky_relu activation.softmax | loss.half_squares loss.mse loss.bce loss.cross_entropy";

    /** | is a line, what ends in a colon another menu: one of these, or of the files opened last. */
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
        menus.put("edit", items("undo redo | cut copy paste select.all | copying: | number | network:"));
        menus.put("network", items(NETWORK));
        menus.put(
                "copying",
                items("copy.latex copy.text | copy.rule.latex copy.rule.text"
                        + " | copy.numbers.latex copy.numbers.text"));
        menus.put(
                "view",
                items(
                        "palette | page.debug page.homework page.train page.next | pane.source pane.variables pane.watches pane.graph pane.derivation"
                                + " pane.timeline | graph: | digits: projector theme safe language"));
        menus.put(
                "graph",
                items("graph.find | graph.fit graph.full graph.larger graph.smaller | graph.grain.operation"
                        + " graph.grain.value graph.grain.line graph.grain.layer | graph.unfold"));
        menus.put(
                "run",
                items("step into out back | line.next line.previous phase.end restart"
                        + " | run.to continue reverse play cancel | breakpoint | depth:"
                        + " | sample sample.next sample.previous sample.whole"));
        menus.put("depth", items("depth.iteration depth.phase depth.line depth.operation depth.term depth.element"));
        menus.put(
                "homework",
                items("homework.check homework.hint homework.reveal homework.debugger | homework.import homework.save"
                        + " homework.save.as | homework.worksheet homework.mark homework.cancel homework.class"
                        + " | homework.desk homework.roster homework.previous homework.next homework.comment"
                        + " homework.leave | homework.rules"));
        menus.put("train", items("train.start train.update train.epoch train.reset | train.debug train.predict"));
        menus.put("inspect", items("select.line | why paths matrix | watch.this watch.add"));
        menus.put("digits", items("digits.more digits.fewer digits.usual"));
        menus.put("help", items("keys"));
        return Collections.unmodifiableMap(menus);
    }

    private static List<String> items(String ids) {
        return List.of(ids.split(" "));
    }
}

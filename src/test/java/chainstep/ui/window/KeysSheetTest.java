package chainstep.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.command.Command;
import chainstep.ui.command.Keys;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class KeysSheetTest {
    private static Workbench bench(Locale locale) {
        return Benches.of(Settings.FIRST.in(locale));
    }

    @Test
    void every_command_of_the_menus_is_listed_with_its_key_in_both_languages() throws Exception {
        EventQueue.invokeAndWait(() -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                Workbench bench = bench(locale);
                KeysSheet sheet = new KeysSheet(bench.commands(), Settings.FIRST.in(locale), chosen -> {});
                List<String> listed = sheet.dump();
                List<Command> keyed = bench.commands().all().stream()
                        .filter(command -> command.key().isPresent())
                        .toList();
                assertThat(keyed).hasSizeGreaterThan(30);
                keyed.forEach(command -> assertThat(listed)
                        .anyMatch(line -> line.endsWith(": " + command.name() + "  "
                                + Keys.told(command.key().orElseThrow()))));
            }
        });
    }

    @Test
    void it_is_searched_by_name_and_key_and_enter_gives_the_command() throws Exception {
        EventQueue.invokeAndWait(() -> {
            List<String> given = new ArrayList<>();
            KeysSheet sheet = new KeysSheet(bench(Locale.ENGLISH).commands(), Settings.FIRST, c -> given.add(c.id()));
            sheet.search("shift+f8");
            assertThat(sheet.dump()).containsExactly("Run: Out  Shift+F8");
            sheet.search("step size chain");
            assertThat(sheet.dump()).singleElement().asString().contains("Alt+5");
            sheet.getActionMap()
                    .get(sheet.getInputMap(KeysSheet.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                            .get(KeyStroke.getKeyStroke("ENTER")))
                    .actionPerformed(null);
            assertThat(given).containsExactly("depth.term");
            assertThat(Seen.colours(Seen.painted(sheet, 640, 620))).isGreaterThan(10);
        });
    }

    @Test
    void f1_raises_it() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Workbench bench = bench(Locale.ENGLISH);
            bench.commands().get("keys").actionPerformed(null);
            assertThat(Seen.parts(bench.content(), JTextField.class))
                    .anyMatch(field -> "keys.search".equals(field.getName()));
        });
    }
}

package chainstep.ui.window;

import static chainstep.ui.window.Hands.see;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.Seen;
import chainstep.ui.source.SourceView;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that come from elsewhere: dropped from another window, or opened last. */
class RealFilesTest extends OnDisplay {
    private Optional<JFrame> desktop = Optional.empty();

    @AfterEach
    void put_the_desktop_away() {
        desktop.ifPresent(frame -> see(() -> {
            frame.dispose();
            return true;
        }));
    }

    private record Held(File file) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return flavor.equals(DataFlavor.javaFileListFlavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) {
            return List.of(file);
        }
    }

    /** A window with a file that can be picked up. */
    private JLabel desktop(File file) {
        return see(() -> {
            JLabel icon = new JLabel("file", JLabel.CENTER);
            DragSource.getDefaultDragSource()
                    .createDefaultDragGestureRecognizer(
                            icon, DnDConstants.ACTION_COPY, picked -> picked.startDrag(null, new Held(file)));
            JFrame frame = new JFrame();
            frame.setUndecorated(true);
            frame.setAlwaysOnTop(true);
            frame.setFocusableWindowState(false);
            frame.add(icon);
            frame.setBounds(0, 0, 120, 60);
            frame.setVisible(true);
            desktop = Optional.of(frame);
            return icon;
        });
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void a_file_dropped_on_the_source_or_the_graph_is_opened() throws IOException {
        open(Optional.empty());
        int times = 0;
        for (Part part : List.of(Part.SOURCE, Part.GRAPH)) {
            Path file = write(part + ".chain", "x = param(" + ++times + ")\nL = x**2\nminimize(L)\n");
            JLabel icon = desktop(file.toFile());
            hands.until("the file lies there", icon::isShowing);
            hands.carry(icon, window.workbench().part(part), 150, 90);
            hands.until("it is open", () -> scene().draft().file().equals(Optional.of(file)));
            hands.until("it is read", () -> scene().sitting().isPresent());
            put_the_desktop_away();
        }
        assertThat(see(() -> scene().draft().text())).contains("param(2)");
    }

    @Test
    void what_was_opened_last_is_in_the_recent_menu() throws IOException {
        Path file = write("mine.chain", "x = param(3)\nL = x**2\nminimize(L)\n");
        open(Optional.of(file));
        Path other = write("other.chain", "x = param(4)\nL = x**2\nminimize(L)\n");
        see(() -> {
            window.workbench().desk().open(other);
            return true;
        });
        hands.until("the other is open", () -> scene().draft().file().equals(Optional.of(other)));
        hands.press("alt F");
        JMenu recent = see(() -> Seen.parts(window.workbench().header(), JMenu.class).stream()
                .flatMap(menu -> java.util.stream.Stream.of(menu.getMenuComponents()))
                .filter(JMenu.class::isInstance)
                .map(JMenu.class::cast)
                .filter(menu -> "recent".equals(menu.getName()))
                .findFirst()
                .orElseThrow());
        hands.until("the file menu", recent::isShowing);
        hands.click(recent, 20, 8);
        hands.until("the recent files", recent::isPopupMenuVisible);
        List<JMenuItem> items = see(() -> java.util.stream.Stream.of(recent.getMenuComponents())
                .map(JMenuItem.class::cast)
                .toList());
        assertThat(items).extracting(JMenuItem::getText).first().asString().startsWith("other.chain");
        assertThat(items.get(1).getText()).startsWith("mine.chain");
        hands.click(items.get(1), 20, 8);
        hands.until("it is open again", () -> scene().draft().file().equals(Optional.of(file)));
    }

    @Test
    void a_number_of_the_source_is_changed_where_it_stands() {
        open(Optional.empty());
        SourceView source = Seen.parts(window.workbench().part(Part.SOURCE), SourceView.class)
                .get(0);
        JTextComponent text = Seen.parts(source, JTextComponent.class).get(0);
        int at = see(text::getText).indexOf("0.20");
        hands.press("ctrl 1");
        hands.until("the editor", () -> focusOwner() == text);
        see(() -> {
            text.setCaretPosition(at + 1);
            return true;
        });
        hands.press("F2");
        hands.until("a field", () -> focusOwner() instanceof javax.swing.JTextField);
        hands.type("0.75");
        hands.press("ENTER");
        hands.until("the number", () -> scene().draft().text().contains("[[0.15, 0.75]"));
        hands.until("the keyboard is back", () -> focusOwner() == text);
        hands.press("ctrl Z");
        hands.until("the old number", () -> scene().draft().text().contains("[[0.15, 0.20]"));
    }

    @Test
    void all_numbers_lie_over_the_page_while_it_is_stepped() {
        open(Optional.empty());
        hands.press("shift F4");
        hands.until(
                "the numbers", () -> focusOwner() != null && window.workbench().isCovered());
        String before = see(() -> scene().focus().toString());
        hands.press("F8");
        hands.until("another value", () -> !scene().focus().toString().equals(before));
        assertThat(see(() -> window.workbench().isCovered())).isTrue();
        hands.press("RIGHT");
        hands.until("a number is picked", () -> scene().picked().isPresent());
        hands.press("ESCAPE");
        hands.until("the page", () -> !window.workbench().isCovered());
    }
}

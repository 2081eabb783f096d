package chainstep.ui.window;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** The machine's clipboard, where there is one. */
final class Clip {
    private Clip() {}

    static void put(String text) {
        if (!GraphicsEnvironment.isHeadless()) {
            StringSelection selection = new StringSelection(text);
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(selection, selection);
        }
    }
}

package chainstep.ui.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.InputEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Opens a file that is dropped; all else that a component could take or give, it still does. */
final class FileDrop extends TransferHandler {
    private final transient Optional<TransferHandler> own;
    private final transient Consumer<Path> open;

    private FileDrop(Optional<TransferHandler> own, Consumer<Path> open) {
        this.own = own;
        this.open = open;
    }

    /** Lets files be dropped on a component and on all inside it that would not take them otherwise. */
    static void on(JComponent root, Consumer<Path> open) {
        root.setTransferHandler(new FileDrop(Optional.empty(), open));
        inside(root, open);
    }

    private static void inside(Container parent, Consumer<Path> open) {
        for (Component part : parent.getComponents()) {
            if (part instanceof JComponent swing && swing.getTransferHandler() != null) {
                swing.setTransferHandler(new FileDrop(Optional.of(swing.getTransferHandler()), open));
            }
            if (part instanceof Container inner) {
                inside(inner, open);
            }
        }
    }

    private static boolean holdsFiles(TransferSupport offered) {
        return offered.isDrop() && offered.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean canImport(TransferSupport offered) {
        return holdsFiles(offered)
                || own.map(handler -> handler.canImport(offered)).orElse(false);
    }

    @Override
    public boolean importData(TransferSupport offered) {
        if (!holdsFiles(offered)) {
            return own.map(handler -> handler.importData(offered)).orElse(false);
        }
        try {
            List<?> files = (List<?>) offered.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            files.stream().findFirst().ifPresent(file -> open.accept(((File) file).toPath()));
            return !files.isEmpty();
        } catch (UnsupportedFlavorException | IOException withdrawn) {
            return false;
        }
    }

    @Override
    public int getSourceActions(JComponent from) {
        return own.map(handler -> handler.getSourceActions(from)).orElse(NONE);
    }

    @Override
    public void exportAsDrag(JComponent from, InputEvent event, int action) {
        own.ifPresent(handler -> handler.exportAsDrag(from, event, action));
    }

    @Override
    public void exportToClipboard(JComponent from, Clipboard to, int action) {
        own.ifPresent(handler -> handler.exportToClipboard(from, to, action));
    }
}

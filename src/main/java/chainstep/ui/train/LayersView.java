package chainstep.ui.train;

import chainstep.lang.LayerEdit;
import chainstep.ui.derivation.Style;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The layers of the network, each with its units and its activation, to be changed. */
final class LayersView extends JPanel {
    private final transient Consumer<String> write;

    /** @param write takes the text with other layers */
    LayersView(Consumer<String> write) {
        super(new MigLayout("insets 2 0 2 0, gap 6 4, fillx"));
        this.write = write;
        setOpaque(false);
    }

    void show(String text, Style style) {
        setVisible(LayerEdit.isLayered(text));
    }
}

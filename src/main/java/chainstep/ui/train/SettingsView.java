package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What is trained, and how: data, model, optimizer; what is changed here is written into the source. */
public final class SettingsView extends JPanel implements TrainView {
    private final transient Consumer<String> write;

    /** @param write takes the text that a change makes */
    public SettingsView(Consumer<String> write) {
        super(new MigLayout("insets 0"));
        this.write = write;
        setName("train.settings");
    }

    @Override
    public void show(TrainScene scene) {
        Style style = new Style(scene.settings());
        setBackground(style.colour(Hue.GROUND));
    }
}

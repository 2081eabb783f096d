package chainstep.ui.window;

import chainstep.ui.Fitting;
import chainstep.ui.homework.HomeworkScene;
import chainstep.ui.homework.HomeworkView;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import javax.swing.JLabel;

/** A few words at the right end of a pane's head, where there is room for them. */
final class PaneHint extends JLabel implements HomeworkView, Fitting {
    private final String key;

    /** @param key in the bundle {@code ui} */
    PaneHint(String key) {
        this.key = key;
    }

    @Override
    public void show(HomeworkScene scene) {
        setText(Words.of("ui", scene.settings().locale()).say(key));
        setFont(Letters.fit(getText(), Look.words(scene.settings().projector() ? 15 : 11.5f)));
        setForeground(Palette.of(scene.settings().theme()).get(Hue.MUTED));
    }

    @Override
    public void fit(int room) {
        setVisible(getPreferredSize().width <= room);
    }
}

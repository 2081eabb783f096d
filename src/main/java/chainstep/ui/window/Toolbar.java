package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.command.Commands;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Dimension;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JSlider;

/** The row of commands above the page, and at its end the facts of the iteration. */
final class Toolbar extends ToolRow implements DebugView {
    private final DepthBox depth;
    private final JSlider speed;

    Toolbar(Commands commands, DebugController controller, JSlider speed, JComponent facts) {
        this.depth = new DepthBox(controller);
        this.speed = speed;
        add(button(commands, "new", false, false));
        add(button(commands, "samples", false, false));
        add(line());
        add(button(commands, "restart", true, false));
        add(button(commands, "back", false, false));
        add(button(commands, "step", false, true));
        add(button(commands, "into", false, false));
        add(button(commands, "out", false, false));
        add(button(commands, "continue", false, false));
        add(line());
        add(told());
        add(Box.createHorizontalStrut(2 * GAP));
        add(depth);
        add(line());
        add(button(commands, "play", false, false));
        speed.setMaximumSize(new Dimension(90, 24));
        speed.setPreferredSize(new Dimension(90, 24));
        speed.setMinimumSize(new Dimension(40, 24));
        add(speed);
        add(Box.createHorizontalGlue());
        add(facts);
    }

    @Override
    public void show(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words words = Words.of("ui", scene.settings().locale());
        dress(palette);
        told().setText(words.say("window.depth"));
        told().setForeground(palette.get(Hue.MUTED));
        told().setLabelFor(depth);
        speed.setToolTipText(words.say("window.speed"));
        speed.getAccessibleContext().setAccessibleName(words.say("window.speed"));
        depth.show(scene);
    }
}

package chainstep.ui.window;

import chainstep.train.Engine;
import chainstep.train.Engines;
import chainstep.ui.command.Commands;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.train.Pace;
import chainstep.ui.train.TrainController;
import chainstep.ui.train.TrainScene;
import chainstep.ui.train.TrainView;
import chainstep.words.Words;
import java.awt.Component;
import java.util.Locale;
import java.util.function.Function;
import javax.swing.Box;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;

/** The row of commands above the Train page, and at its end how far it is and how fast it goes. */
final class TrainBar extends ToolRow implements TrainView {
    private final JComboBox<Pace> pace = new JComboBox<>(Pace.values());
    private final JComboBox<String> engine =
            new JComboBox<>(Engines.all().stream().map(Engine::name).toArray(String[]::new));
    private final JLabel paceName = new JLabel();
    private final JLabel engineName = new JLabel();
    private final JLabel rate = new JLabel();
    private transient Words words = Words.of("ui", Locale.ENGLISH);
    private Locale locale = Locale.ROOT;
    private boolean showing;

    TrainBar(Commands commands, TrainController controller) {
        setName("train.bar");
        add(button(commands, "train.start", false, true));
        add(button(commands, "train.update", false, false));
        add(button(commands, "train.epoch", false, false));
        add(button(commands, "train.reset", false, false));
        add(line());
        add(named(paceName, pace, "train.pace"));
        add(pace);
        add(Box.createHorizontalStrut(2 * GAP));
        add(named(engineName, engine, "train.engine"));
        add(engine);
        add(line());
        add(button(commands, "train.debug", false, false));
        add(button(commands, "train.predict", false, false));
        add(Box.createHorizontalGlue());
        add(rate);
        pace.addActionListener(chosen -> {
            if (!showing) {
                controller.pace((Pace) pace.getSelectedItem());
            }
        });
        engine.addActionListener(chosen -> {
            if (!showing) {
                controller.engine((String) engine.getSelectedItem());
            }
        });
    }

    private Component named(JLabel label, JComboBox<?> box, String name) {
        box.setName(name);
        label.setLabelFor(box);
        return spare(label);
    }

    /** A box measures its words anew for another renderer only. */
    private <T> void speak(JComboBox<T> box, Function<Object, String> said) {
        box.setRenderer(new DefaultListCellRenderer() {
            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                return super.getListCellRendererComponent(list, said.apply(value), index, selected, focused);
            }
        });
        box.setMaximumSize(box.getPreferredSize());
    }

    @Override
    public void show(TrainScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        words = Words.of("ui", scene.settings().locale());
        dress(palette);
        showing = true;
        if (!locale.equals(scene.settings().locale())) {
            locale = scene.settings().locale();
            speak(pace, value -> words.say("train.pace." + ((Pace) value).name().toLowerCase(Locale.ROOT)));
            speak(engine, value -> words.say("train.engine." + value));
        }
        pace.setSelectedItem(scene.choice().pace());
        engine.setSelectedItem(scene.choice().engine());
        engine.setEnabled(!scene.isRunning());
        showing = false;
        label(paceName, words.say("train.pace"), palette);
        label(engineName, words.say("train.engine"), palette);
        pace.setToolTipText(words.say("train.pace.tip"));
        pace.getAccessibleContext().setAccessibleName(words.say("train.pace"));
        engine.setToolTipText(words.say("train.engine.tip"));
        engine.getAccessibleContext().setAccessibleName(words.say("train.engine"));
        rate.setText(scene.speed().map(speed -> words.say("train.speed", speed)).orElse(""));
        rate.setFont(Look.numbers(12));
        rate.setForeground(palette.get(Hue.TEXT));
    }

    private static void label(JLabel label, String text, Palette palette) {
        label.setText(text + " ");
        label.setFont(Letters.fit(text, Look.words(11.5f)));
        label.setForeground(palette.get(Hue.MUTED));
    }
}

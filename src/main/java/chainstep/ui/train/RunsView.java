package chainstep.ui.train;

import chainstep.lang.Take;
import chainstep.math.Format;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Painted;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import javax.accessibility.AccessibleRole;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The trainings kept to compare with: the line each is drawn by, its name, where it ended, and a button that lets go of it. */
public final class RunsView extends JPanel implements TrainView {
    private final transient IntConsumer forget;
    private final JButton all = new JButton();
    private transient Optional<TrainScene> shown = Optional.empty();

    /**
     * @param forget lets go of the training of a place
     * @param forgetAll lets go of all of them
     */
    public RunsView(IntConsumer forget, Runnable forgetAll) {
        super(new MigLayout("insets 4 12 6 6, fillx, gap 8 0", "[28!][grow,fill,0:0:][right][]"));
        this.forget = forget;
        setName("train.runs");
        all.setName("train.runs.clear");
        all.putClientProperty("JButton.buttonType", "toolBarButton");
        all.setMargin(new Insets(0, 5, 0, 5));
        all.addActionListener(pressed -> forgetAll.run());
    }

    /** Lets go of all of them. */
    public JButton clearing() {
        return all;
    }

    /** The rows that trainings are compared by: those to choose by, else those learnt from. */
    static Take.Part compared(Lesson lesson) {
        return lesson.parts().contains(Take.Part.VALIDATION)
                ? Take.Part.VALIDATION
                : lesson.parts().get(0);
    }

    @Override
    public void show(TrainScene scene) {
        boolean same = shown.filter(before -> before.earlier().equals(scene.earlier())
                        && before.lesson().equals(scene.lesson())
                        && before.settings().equals(scene.settings()))
                .isPresent();
        shown = Optional.of(scene);
        if (same) {
            return;
        }
        Style style = new Style(scene.settings());
        setBackground(style.colour(Hue.GROUND));
        all.setText(style.say("train.runs.clear"));
        all.setFont(Letters.fit(all.getText(), style.small()));
        all.setToolTipText(style.say("train.runs.clear.tip"));
        removeAll();
        scene.lesson().ifPresent(lesson -> {
            List<Run> known = new ArrayList<>(scene.earlier());
            known.add(Run.of(known.size(), lesson, List.of()));
            scene.earlier().forEach(run -> row(run, RunNames.of(run, known, style), lesson, style));
        });
        revalidate();
        repaint();
    }

    private void row(Run run, String name, Lesson lesson, Style style) {
        add(new Swatch(run.place(), style));
        JLabel words = label(name, style.small(), style, Hue.TEXT);
        words.setToolTipText(name);
        add(words, "wmin 0");
        add(label(end(run, compared(lesson)), Look.numbers(style.small().getSize2D()), style, Hue.MUTED));
        JButton button = new JButton("✕");
        button.setName("train.run." + run.place() + ".forget");
        button.setToolTipText(style.say("train.runs.forget", name));
        button.getAccessibleContext().setAccessibleName(button.getToolTipText());
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setMargin(new Insets(0, 4, 0, 4));
        button.setFont(Letters.fit("✕", style.small()));
        button.addActionListener(pressed -> forget.accept(run.place()));
        add(button, "wrap");
    }

    /** The last loss and accuracy. */
    private static String end(Run run, Take.Part part) {
        Mark last = run.marks().get(run.marks().size() - 1);
        OptionalDouble accuracy = last.accuracy(part);
        String loss = last.loss(part).stream()
                .mapToObj(value -> Format.significant(value, 3))
                .findFirst()
                .orElse("");
        return accuracy.isPresent() ? loss + " · " + Format.fixed(100 * accuracy.getAsDouble(), 1) + " %" : loss;
    }

    private static JLabel label(String words, Font font, Style style, Hue hue) {
        JLabel label = new JLabel(words);
        label.setFont(Letters.fit(words, font));
        label.setForeground(style.colour(hue));
        return label;
    }

    /** The line that a training is drawn by. */
    private static final class Swatch extends Painted {
        private final int place;
        private final transient Style style;

        Swatch(int place, Style style) {
            super(AccessibleRole.ICON);
            this.place = place;
            this.style = style;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(28, 12);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D pen = (Graphics2D) graphics.create();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(style.colour(RunLine.hue(place)));
            pen.setStroke(RunLine.stroke(place));
            pen.drawLine(1, getHeight() / 2, getWidth() - 2, getHeight() / 2);
            pen.dispose();
        }
    }
}

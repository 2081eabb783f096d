package chainstep.ui.homework;

import chainstep.ui.derivation.Style;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/** The answer sheet: the questions by section, each with a field for its answer and what became of it. */
public final class SheetView extends JPanel implements HomeworkView {
    private final transient HomeworkController controller;
    private final transient Typesetter typesetter = new Typesetter();
    private final JScrollPane scroll = new JScrollPane();
    private final Rows rows = new Rows();
    private final Head head = new Head();
    private final transient List<AnswerRow> answers = new ArrayList<>();
    private transient Optional<HomeworkScene> shown = Optional.empty();
    private transient Style style = new Style(chainstep.ui.Settings.FIRST);
    private int widest;
    /** Whether the keyboard waits for the questions to come. */
    private boolean wanted;

    public SheetView(HomeworkController controller) {
        super(new BorderLayout());
        this.controller = controller;
        setName("homework.sheet");
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setViewportView(rows);
        add(head, BorderLayout.PAGE_START);
        add(scroll, BorderLayout.CENTER);
    }

    /** The titles stand over their columns, which are as wide as there is room beside the bar. */
    @Override
    public void doLayout() {
        super.doLayout();
        scroll.doLayout();
        head.doLayout();
    }

    @Override
    public void show(HomeworkScene scene) {
        boolean made = shown.filter(old -> old.settings().equals(scene.settings())
                        && old.exercise().equals(scene.exercise()))
                .isPresent();
        shown = Optional.of(scene);
        if (!made) {
            make(scene);
        }
        Secrets secrets = Secrets.of(scene);
        answers.forEach(row -> row.show(scene, secrets));
        rows.revalidate();
        rows.repaint();
        if (wanted && !answers.isEmpty()) {
            wanted = false;
            EventQueue.invokeLater(this::first);
        }
    }

    private void make(HomeworkScene scene) {
        style = new Style(scene.settings());
        rows.removeAll();
        answers.clear();
        rows.setBackground(style.colour(Hue.GROUND));
        scroll.getViewport().setBackground(style.colour(Hue.GROUND));
        head.dress();
        widest = scene.exercise().stream()
                .flatMap(exercise -> exercise.names().stream())
                .mapToInt(name -> AnswerRow.nameWidth(name, style, this))
                .max()
                .orElse(0);
        scene.exercise()
                .ifPresent(exercise -> exercise.parts().forEach(part -> {
                    rows.add(
                            new Title(part.section().title().in(scene.settings().locale())));
                    part.questions().forEach(this::add);
                }));
    }

    private void add(int question) {
        AnswerRow row = new AnswerRow(question, typesetter, new Typed(question), style);
        answers.add(row);
        rows.add(row);
    }

    /** Brings the keyboard to the first question that is not answered right, else to the first. */
    public boolean first() {
        Optional<AnswerRow> open = answers.stream()
                .filter(row ->
                        shown.filter(scene -> scene.isRight(row.question())).isEmpty())
                .findFirst()
                .or(() -> answers.stream().findFirst());
        open.ifPresent(row -> {
            row.field().requestFocusInWindow();
            if (row.field().isFocusOwner()) {
                controller.look(row.question());
            }
        });
        wanted = open.isEmpty();
        return open.isPresent();
    }

    /** Brings the keyboard to a question. */
    public void go(int question) {
        answers.stream()
                .filter(row -> row.question() == question)
                .findFirst()
                .ifPresent(row -> row.field().requestFocusInWindow());
    }

    private void walk(int from, int by) {
        for (int k = 0; k < answers.size(); k++) {
            if (answers.get(k).question() == from) {
                AnswerField next = answers.get(Math.max(0, Math.min(answers.size() - 1, k + by)))
                        .field();
                if (answers.get(k).field() == next) {
                    controller.leave();
                }
                next.requestFocusInWindow();
                next.selectAll();
                return;
            }
        }
    }

    private void reveal(int question) {
        answers.stream()
                .filter(row -> row.question() == question)
                .forEach(row -> row.scrollRectToVisible(new Rectangle(0, 0, row.getWidth(), row.getHeight())));
    }

    /** What a field hands on. */
    private final class Typed implements AnswerField.Hands {
        private final int question;

        Typed(int question) {
            this.question = question;
        }

        @Override
        public void typed(String text) {
            controller.type(question, text);
        }

        @Override
        public void entered() {
            controller.look(question);
            reveal(question);
        }

        @Override
        public void left() {
            EventQueue.invokeLater(controller::leave);
        }

        @Override
        public void go(int by) {
            walk(question, by);
        }

        @Override
        public boolean pasted(String text) {
            List<String> cells = AnswerField.cells(text);
            int size = shown.flatMap(HomeworkScene::exercise)
                    .map(exercise -> exercise.questions().get(question).shape().size())
                    .orElse(1);
            if (cells.size() < 2) {
                return false;
            } else if (text.strip().matches("[^\\t\\n]+\\t(?s:.*)") && controller.fill(text)) {
                return true;
            } else if (size == cells.size()) {
                controller.fill(
                        question, List.of(text.strip().replace("\t", ", ").replace("\n", "; ")));
            } else {
                controller.fill(question, cells);
            }
            return true;
        }
    }

    private Columns columns(int width) {
        return Columns.of(width, widest, style);
    }

    /** The heading of a section. */
    private final class Title extends JLabel {
        Title(String text) {
            super(text);
            setFont(Letters.fit(text, style.small().deriveFont(Font.BOLD)));
            setForeground(style.colour(Hue.TEXT));
            setBackground(style.colour(Hue.FRAME));
            setOpaque(true);
            setBorder(BorderFactory.createCompoundBorder(
                    BorderFactory.createMatteBorder(0, 0, 1, 0, style.colour(Hue.LINE)),
                    BorderFactory.createEmptyBorder(6, 10, 5, 10)));
        }
    }

    /** What the columns are, above them. */
    private final class Head extends JPanel {
        private final List<JLabel> titles = new ArrayList<>();

        Head() {
            super(null);
            for (int k = 0; k < 5; k++) {
                JLabel title = new JLabel();
                titles.add(title);
                add(title);
            }
        }

        void dress() {
            String[] keys = {"quantity", "answer", "verdict", "because", "marks"};
            for (int k = 0; k < keys.length; k++) {
                String text = style.say("homework.column." + keys[k]);
                titles.get(k).setText(text);
                titles.get(k).setFont(Letters.fit(text, style.words()));
                titles.get(k).setForeground(style.colour(Hue.MUTED));
            }
            setBackground(style.colour(Hue.GROUND));
            setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, style.colour(Hue.LINE)));
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(100, titles.get(0).getPreferredSize().height + 8);
        }

        @Override
        public void doLayout() {
            Columns at = columns(scroll.getViewport().getWidth());
            int[] x = {at.name(), at.answer(), at.verdict(), at.because(), at.marks()};
            int[] end = {at.answer(), at.verdict(), at.because(), at.marks(), getWidth()};
            for (int k = 0; k < x.length; k++) {
                // hidden by its size: whether it is visible would lay all out anew
                int wide = titles.get(k).getPreferredSize().width;
                boolean room = k != 2 && k != 3 || !at.below() && (k == 3 || wide <= end[2] - x[2]);
                int width = room ? Math.max(0, end[k] - x[k] - 2) : 0;
                titles.get(k).setBounds(x[k], 0, width, getHeight() - 1);
            }
        }
    }

    /** The rows below each other, as wide as there is room. */
    private final class Rows extends JPanel implements Scrollable {
        Rows() {
            super(null);
        }

        private int place(int width) {
            Columns at = columns(width);
            int y = 0;
            for (Component part : getComponents()) {
                int high = part instanceof AnswerRow row ? row.place(width, at) : part.getPreferredSize().height;
                part.setBounds(0, y, width, high);
                y += high;
            }
            return y;
        }

        @Override
        public void doLayout() {
            place(getWidth());
        }

        @Override
        public Dimension getPreferredSize() {
            int width = getWidth() > 0 ? getWidth() : 600;
            return new Dimension(300, place(width));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            graphics.setColor(getBackground());
            graphics.fillRect(0, 0, getWidth(), getHeight());
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return new Dimension(600, 600);
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return 30;
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return orientation == SwingConstants.VERTICAL ? visible.height - 30 : visible.width;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return getParent() != null && getParent().getHeight() > getPreferredSize().height;
        }
    }
}

package chainstep.ui.homework;

import chainstep.homework.Marked;
import chainstep.homework.Question;
import chainstep.homework.Verdict;
import chainstep.homework.paper.Remark;
import chainstep.math.Rational;
import chainstep.ui.derivation.Sheet;
import chainstep.ui.derivation.Style;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JPanel;

/** One question of the sheet: what is asked, the answer, the verdict and why, the marks. */
final class AnswerRow extends JPanel {
    private static final int ABOVE = 6;

    private final int question;
    private final transient Typesetter typesetter;
    private final AnswerField field;
    private final Pill pill = new Pill();
    private transient Flow name;
    private transient Flow because;
    private transient Flow marks;
    private transient Style style;
    private boolean lit;

    AnswerRow(int question, Typesetter typesetter, AnswerField.Hands hands, Style style) {
        super(null);
        this.question = question;
        this.typesetter = typesetter;
        this.style = style;
        this.field = new AnswerField(hands);
        this.name = new Flow(typesetter);
        this.because = new Flow(typesetter);
        this.marks = new Flow(typesetter);
        field.setName("answer." + question);
        setOpaque(false);
        add(field);
        add(pill);
    }

    AnswerField field() {
        return field;
    }

    int question() {
        return question;
    }

    void show(HomeworkScene scene, Secrets secrets) {
        style = new Style(scene.settings());
        Exercise exercise = scene.exercise().orElseThrow();
        Question asked = exercise.questions().get(question);
        Paper.Line line = scene.paper().line(question);
        Optional<Marked> marked = scene.marked(question);
        boolean overridden = scene.desk().remark(question).verdict().isPresent();
        Optional<Verdict> verdict = scene.verdict(question).filter(one -> overridden || !line.revealed());
        boolean wrong = verdict.filter(one -> one == Verdict.SLIP || one == Verdict.UNREADABLE)
                .isPresent();
        ask(exercise.names().get(question), asked);
        field.put(line.written());
        boolean blunt = !overridden
                && !line.revealed()
                && marked.filter(Marked::isBlunt).isPresent();
        field.colour(style, wrong && !blunt, line.revealed());
        if (blunt) {
            pill.showBlunt(style);
        } else {
            pill.show(style, verdict, line.revealed() && !overridden);
        }
        because = new Flow(typesetter)
                .words(because(scene, line, marked, secrets), style.words(), style.colour(Hue.MUTED));
        Rational earned = scene.earned(question);
        Remark remark = scene.desk().remark(question);
        boolean known = marked.filter(one -> one.verdict() != Verdict.BLANK).isPresent()
                || line.revealed()
                || remark.verdict().isPresent();
        marks = new Flow(typesetter)
                .words(
                        (known ? MarksText.of(earned) : "–") + " / " + asked.marks(),
                        style.numbers(),
                        style.colour(known ? Hue.TEXT : Hue.MUTED));
        OptionalInt about = scene.about();
        lit = about.isPresent() && about.getAsInt() == question;
        arrange();
    }

    private void ask(String called, Question asked) {
        name = new Flow(typesetter).words(called, style.numbers(), style.colour(Hue.TEXT));
        String says = asked.say().isEmpty() ? asked.text() : asked.say();
        field.setToolTipText(says);
        name.setToolTipText(says);
        field.getAccessibleContext().setAccessibleName(called + (asked.say().isEmpty() ? "" : ": " + asked.say()));
    }

    /** The field stays where it is: taken away, it would lose the keyboard. */
    private void arrange() {
        for (Component part : getComponents()) {
            if (part != field && part != pill) {
                remove(part);
            }
        }
        add(name);
        add(because);
        add(marks);
        revalidate();
        repaint();
    }

    private String because(HomeworkScene scene, Paper.Line line, Optional<Marked> marked, Secrets secrets) {
        Remark remark = scene.desk().remark(question);
        if (!remark.isNone()) {
            String said = style.say(
                    remark.verdict().isPresent() ? "homework.because.overridden" : "homework.because.comment",
                    remark.comment());
            return said.replaceFirst(":\\s*$|：\\s*$", "");
        }
        if (line.revealed()) {
            return style.say("homework.because.revealed");
        }
        return marked.filter(one -> one.verdict() != Verdict.BLANK)
                .map(one -> Guess.of(one) == Guess.SURE || Guess.of(one) == Guess.NONE
                        ? one.because().in(scene.settings().locale())
                        : style.say(Guess.of(one).key()))
                .map(text -> scene.isRight(question) ? text : secrets.mask(text))
                .orElse(line.hints() > 0 ? style.say("homework.because.hints", line.hints()) : "");
    }

    /** How wide its name is on one line. */
    static int nameWidth(String name, Style style, JPanel any) {
        return any.getFontMetrics(style.numbers().deriveFont(Font.PLAIN)).stringWidth(name) + 6;
    }

    int place(int width, Columns at) {
        int names = Sheet.height(name, at.answer() - at.name() - 4);
        int answers = height(field, at.answerWidth());
        int first = Math.max(answers, names);
        int reasons = Sheet.height(because, at.becauseWidth());
        int line = style.words().getSize() + 14;
        if (at.below()) {
            boolean any = !because.getAccessibleContext().getAccessibleName().isBlank();
            because.setBounds(at.because(), ABOVE + first + 3, at.becauseWidth(), reasons);
            middle(first, line, at, names, answers);
            return 2 * ABOVE + first + (any ? reasons + 3 : 0) + 1;
        }
        int all = Math.max(first, reasons);
        middle(Math.max(first, Math.min(reasons, first)), line, at, names, answers);
        because.setBounds(at.because(), ABOVE + Math.max(0, (first - reasons) / 2), at.becauseWidth(), reasons);
        return 2 * ABOVE + all + 1;
    }

    private void middle(int high, int line, Columns at, int names, int answers) {
        int firstLine = Math.min(high, Math.max(line, names));
        int usual = Math.max(firstLine, Math.min(high, answers));
        name.setBounds(at.name(), ABOVE + (usual - names) / 2, at.answer() - at.name() - 4, names);
        field.setBounds(at.answer(), ABOVE + (usual - answers) / 2, at.answerWidth(), answers);
        pill.setBounds(at.verdict(), ABOVE, at.verdictWidth(), usual);
        int tall = Sheet.height(marks, at.marksWidth());
        marks.setBounds(at.marks(), ABOVE + (usual - tall) / 2, at.marksWidth(), tall);
    }

    private static int height(AnswerField field, int width) {
        field.setSize(width, Math.max(1, field.getHeight()));
        return field.getPreferredSize().height;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (lit) {
            graphics.setColor(style.colour(Hue.NOW_GROUND));
            graphics.fillRect(0, 0, getWidth(), getHeight());
        }
        graphics.setColor(style.colour(Hue.LINE));
        graphics.fillRect(0, getHeight() - 1, getWidth(), 1);
    }
}

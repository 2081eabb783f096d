package chainstep.ui.window;

import chainstep.ui.command.Commands;
import chainstep.ui.homework.Desk;
import chainstep.ui.homework.HomeworkScene;
import chainstep.ui.homework.HomeworkView;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.window.ToolButton.Dress;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;

/** The row of commands above the Homework page, and at its end the marks. */
final class HomeworkBar extends JPanel implements HomeworkView {
    private static final int GAP = 4;

    private final List<ToolButton> buttons = new ArrayList<>();
    private final JLabel rules = new JLabel();
    private final JPanel students = new JPanel();
    private final JLabel student = new JLabel();
    private final BoxLayout row = new BoxLayout(this, BoxLayout.LINE_AXIS);

    HomeworkBar(Commands commands, JComponent total) {
        setLayout(row);
        setName("homework.bar");
        add(button(commands, "homework.check", true));
        add(button(commands, "homework.hint", false));
        add(button(commands, "homework.reveal", false));
        add(line());
        add(button(commands, "homework.rules", false));
        add(rules);
        add(line());
        add(button(commands, "homework.import", false));
        add(button(commands, "homework.save", false));
        add(line());
        add(button(commands, "homework.desk", false));
        students.setOpaque(false);
        students.setLayout(new BoxLayout(students, BoxLayout.LINE_AXIS));
        students.add(turn(commands, "homework.previous", "◀"));
        students.add(student);
        students.add(turn(commands, "homework.next", "▶"));
        add(students);
        add(button(commands, "homework.comment", false));
        add(Box.createHorizontalGlue());
        add(total);
    }

    private Component button(Commands commands, String id, boolean main) {
        ToolButton button = new ToolButton(commands.get(id), false, main);
        buttons.add(button);
        return button;
    }

    private static Component turn(Commands commands, String id, String sign) {
        JButton button = new JButton(commands.get(id));
        button.setName("tool." + id);
        button.setHideActionText(true);
        button.setText(sign);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setFont(Letters.fit(sign, Look.words(12)));
        return button;
    }

    private static Component line() {
        JSeparator line = new JSeparator(SwingConstants.VERTICAL);
        line.putClientProperty("FlatLaf.style", "stripeIndent: 12; height: 25");
        line.setMaximumSize(new Dimension(6 * GAP + 1, 22));
        line.setPreferredSize(new Dimension(6 * GAP + 1, 22));
        return line;
    }

    /** Dresses the buttons as fully as the width allows. */
    @Override
    public void doLayout() {
        rules.setVisible(fits(Dress.KEY, true) || fits(Dress.WORDS, true));
        Dress best = Stream.of(Dress.KEY, Dress.WORDS)
                .filter(dress -> fits(dress, rules.isVisible()))
                .findFirst()
                .orElse(Dress.ICON);
        buttons.forEach(button -> button.dress(best));
        row.invalidateLayout(this);
        super.doLayout();
    }

    private boolean fits(Dress dress, boolean told) {
        int wanted = getInsets().left + getInsets().right;
        for (Component part : getComponents()) {
            if (part == rules || !part.isVisible()) {
                continue;
            }
            if (part instanceof ToolButton button) {
                wanted += button.width(dress);
            } else {
                wanted += part.getPreferredSize().width;
            }
        }
        return wanted + (told ? rules.getPreferredSize().width : 0) <= getWidth();
    }

    @Override
    public void show(HomeworkScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words words = Words.of("ui", scene.settings().locale());
        setBackground(palette.get(Hue.GROUND));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, palette.get(Hue.LINE)),
                BorderFactory.createEmptyBorder(6, 10, 6, 12)));
        buttons.forEach(button -> button.colour(palette));
        Desk desk = scene.desk();
        students.setVisible(desk.isOpen());
        buttons.stream()
                .filter(button -> button.getName().endsWith(".comment"))
                .forEach(button -> button.setVisible(desk.isOpen()));
        student.setText(desk.isOpen() ? student(scene, words) : "");
        student.setFont(Letters.fit(student.getText(), Look.words(12.5f).deriveFont(Font.BOLD)));
        student.setForeground(palette.get(Hue.TEXT));
        rules.setText(told(scene, words));
        rules.setFont(Look.words(11.5f));
        rules.setForeground(palette.get(Hue.MUTED));
    }

    private static String student(HomeworkScene scene, Words words) {
        Desk desk = scene.desk();
        String name = scene.paper().student().isEmpty()
                ? desk.roster().get(desk.at()).getFileName().toString()
                : scene.paper().student();
        return words.say("homework.desk.student", desk.at() + 1, desk.roster().size(), name);
    }

    /** The marking rules in a few words. */
    private static String told(HomeworkScene scene, Words words) {
        String rounding =
                words.say(scene.rules().exactOnly() ? "homework.rules.exact.short" : "homework.rules.rounding.short");
        int carried = (int) Math.round(100 * scene.rules().carried().doubleValue());
        return rounding + " · "
                + (carried == 100
                        ? words.say("homework.rules.carried.short")
                        : words.say("homework.rules.part.short", carried));
    }
}

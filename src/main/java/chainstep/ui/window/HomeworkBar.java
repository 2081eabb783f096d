package chainstep.ui.window;

import chainstep.ui.command.Commands;
import chainstep.ui.homework.Desk;
import chainstep.ui.homework.HomeworkScene;
import chainstep.ui.homework.HomeworkView;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The row of commands above the Homework page, and at its end the marks. */
final class HomeworkBar extends ToolRow implements HomeworkView {
    private static final int WIDEST_NAME = 220;

    private final JPanel students = new JPanel();
    private final JLabel student = new JLabel();
    private final Component comment;

    HomeworkBar(Commands commands, JComponent total) {
        setName("homework.bar");
        add(button(commands, "homework.check", false, true));
        add(button(commands, "homework.hint", false, false));
        add(button(commands, "homework.reveal", false, false));
        add(line());
        add(button(commands, "homework.rules", false, false));
        add(told());
        add(line());
        add(button(commands, "homework.import", false, false));
        add(button(commands, "homework.save", false, false));
        add(line());
        add(button(commands, "homework.desk", false, false));
        add(spare(button(commands, "homework.roster", false, false)));
        students.setOpaque(false);
        students.setLayout(new BoxLayout(students, BoxLayout.LINE_AXIS));
        students.add(turn(commands, "homework.previous", "◀"));
        students.add(student);
        students.add(turn(commands, "homework.next", "▶"));
        students.add(turn(commands, "homework.leave", "✕"));
        add(students);
        comment = button(commands, "homework.comment", false, false);
        add(comment);
        add(spare(line()));
        add(spare(button(commands, "homework.worksheet", false, false)));
        add(spare(button(commands, "homework.mark", false, false)));
        add(Box.createHorizontalGlue());
        add(total);
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

    @Override
    public void show(HomeworkScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words words = Words.of("ui", scene.settings().locale());
        dress(palette);
        Desk desk = scene.desk();
        students.setVisible(desk.isOpen());
        comment.setVisible(desk.isOpen());
        student.setText(desk.isOpen() ? student(scene, words) : "");
        student.setFont(Letters.fit(student.getText(), Look.words(12.5f).deriveFont(Font.BOLD)));
        student.setForeground(palette.get(Hue.TEXT));
        student.setToolTipText(student.getText().isEmpty() ? null : student.getText());
        student.setPreferredSize(null);
        Dimension size = student.getPreferredSize();
        size.width = Math.min(WIDEST_NAME, size.width);
        student.setPreferredSize(size);
        student.setMaximumSize(size);
        told().setText(told(scene, words));
        told().setFont(Look.words(11.5f));
        told().setForeground(palette.get(Hue.MUTED));
    }

    private static String student(HomeworkScene scene, Words words) {
        Desk desk = scene.desk();
        String name = scene.paper().student().isEmpty()
                ? desk.roster().get(desk.at()).name()
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

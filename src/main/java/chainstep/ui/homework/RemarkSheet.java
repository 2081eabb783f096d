package chainstep.ui.homework;

import chainstep.homework.Verdict;
import chainstep.homework.paper.Remark;
import chainstep.ui.Settings;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import java.awt.Font;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** A card on which a teacher gives another verdict on an answer, or says something to it. Enter keeps it. */
public final class RemarkSheet extends JPanel {
    private static final List<Verdict> VERDICTS = List.of(Verdict.RIGHT, Verdict.CARRIED, Verdict.SLIP);

    private final JComboBox<String> verdict;
    private final JTextField comment;

    /** @param kept takes what was said */
    public RemarkSheet(String name, Remark remark, Settings settings, Consumer<Remark> kept) {
        super(new MigLayout("insets 4, wrap 2", "[][grow,fill,360::]", "[]12[]8[]12[]"));
        setOpaque(false);
        Style style = new Style(settings);
        verdict = new JComboBox<>(Stream.concat(
                        Stream.of("homework.remark.marked"),
                        VERDICTS.stream().map(one -> "homework.verdict." + one.code()))
                .map(key -> style.say(key))
                .toArray(String[]::new));
        verdict.setSelectedIndex(1 + remark.verdict().map(VERDICTS::indexOf).orElse(-1));
        verdict.setName("remark.verdict");
        comment = new JTextField(remark.comment());
        comment.setName("remark.comment");
        JButton keep = new JButton(style.say("homework.remark.keep"));
        keep.setName("remark.keep");
        add(label(style.say("homework.remark.title", name), style.title(), style), "span");
        add(named("homework.remark.verdict", style, verdict));
        add(verdict);
        add(named("homework.remark.comment", style, comment));
        add(comment);
        add(keep, "skip, grow 0");
        Runnable deed = () -> kept.accept(said());
        keep.addActionListener(event -> deed.run());
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ENTER"), "keep");
        comment.addActionListener(event -> deed.run());
        getActionMap().put("keep", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    private Remark said() {
        int chosen = verdict.getSelectedIndex();
        return new Remark(
                chosen > 0 ? Optional.of(VERDICTS.get(chosen - 1)) : Optional.empty(),
                comment.getText().strip());
    }

    private static JLabel named(String key, Style style, JComponent of) {
        JLabel label = label(style.say(key), style.words(), style);
        label.setLabelFor(of);
        return label;
    }

    private static JLabel label(String text, Font font, Style style) {
        JLabel label = new JLabel(text);
        label.setFont(Letters.fit(text, font));
        label.setForeground(style.colour(Hue.TEXT));
        return label;
    }

    /** Where the keyboard goes first. */
    public JComponent first() {
        return comment;
    }
}

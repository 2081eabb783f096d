package chainstep.ui.file;

import chainstep.lang.NetworkPlan;
import chainstep.lang.NetworkPlan.Activation;
import chainstep.lang.NetworkPlan.Loss;
import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** A sheet that plans a new network, and shows the file it will be while it is planned. */
public final class NetworkSheet extends JPanel {
    private static final Pattern RATE = Pattern.compile("\\d*\\.?\\d+(e-?\\d+)?");
    private static final int MOST_LAYERS = 12;
    private static final int LARGEST_LAYER = 4096;

    private final transient Words words;
    private final transient Palette palette;
    private final JTextField sizes = new JTextField("2, 2, 2");
    private final JComboBox<Activation> hidden = new JComboBox<>(Activation.values());
    private final JComboBox<Activation> output = new JComboBox<>(Activation.values());
    private final JComboBox<Loss> loss = new JComboBox<>(Loss.values());
    private final JCheckBox seeded = new JCheckBox();
    private final JTextField seed = new JTextField("0", 6);
    private final JTextField rate = new JTextField("0.5", 6);
    private final JCheckBox labels = new JCheckBox();
    private final JTextArea preview = new JTextArea();
    private final JLabel trouble = new JLabel(" ");
    private final JButton create = new JButton();

    public NetworkSheet(Settings settings, Consumer<NetworkPlan> made) {
        super(new MigLayout("insets 0, gap 10 8", "[][220!]20[grow,fill]", "[][][][][][][][][grow,bottom]"));
        this.words = Words.of("ui", settings.locale());
        this.palette = Palette.of(settings.theme());
        setOpaque(false);
        setPreferredSize(new Dimension(940, 460));
        JLabel title = new JLabel(words.say("file.network.title"));
        title.setFont(Look.words(16).deriveFont(Font.BOLD));
        add(title, "span 2");
        add(previewed(), "spany, grow, push, wrap");
        row("sizes", sizes);
        row("hidden", hidden);
        row("output", output);
        row("loss", loss);
        add(named(seeded, "seed"));
        add(seed, "wrap");
        row("rate", rate);
        add(named(labels, "labels"), "span 2, wrap");
        add(trouble, "span 2, wrap");
        create.setText(words.say("file.network.create"));
        create.setName("network.create");
        create.addActionListener(pressed -> plan().ifPresent(made));
        add(create, "span 2, aligny bottom");
        List.of(sizes, seed, rate).forEach(field -> field.addActionListener(entered -> create.doClick()));
        listen();
        show(NetworkPlan.FIRST);
    }

    private JComponent previewed() {
        preview.setEditable(false);
        preview.setFont(Look.numbers(12));
        preview.setName("network.preview");
        preview.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        preview.getAccessibleContext().setAccessibleName(words.say("file.network.preview"));
        JScrollPane scroll = new JScrollPane(preview);
        scroll.setBorder(BorderFactory.createLineBorder(palette.get(Hue.LINE)));
        return scroll;
    }

    private void row(String key, JComponent field) {
        JLabel label = new JLabel(words.say("file.network." + key));
        label.setLabelFor(field);
        add(label);
        field.setName("network." + key);
        field.getAccessibleContext().setAccessibleName(label.getText());
        add(field, "growx, wrap");
    }

    private JCheckBox named(JCheckBox box, String key) {
        box.setText(words.say("file.network." + key));
        box.setName("network." + key);
        box.setOpaque(false);
        return box;
    }

    private void show(NetworkPlan plan) {
        hidden.setSelectedItem(plan.hidden());
        output.setSelectedItem(plan.output());
        loss.setSelectedItem(plan.loss());
        seed.getAccessibleContext().setAccessibleName(words.say("file.network.seed"));
        refresh();
    }

    private void listen() {
        DocumentListener changed = new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent change) {
                refresh();
            }

            @Override
            public void removeUpdate(DocumentEvent change) {
                refresh();
            }

            @Override
            public void changedUpdate(DocumentEvent change) {
                refresh();
            }
        };
        List.of(sizes, seed, rate).forEach(field -> field.getDocument().addDocumentListener(changed));
        List.of(hidden, output, loss).forEach(box -> {
            box.setRenderer(new Said());
            box.addActionListener(chosen -> refresh());
        });
        List.of(seeded, labels).forEach(box -> box.addActionListener(ticked -> refresh()));
    }

    private void refresh() {
        output.setEnabled(loss.getSelectedItem() != Loss.CROSS_ENTROPY);
        seed.setEnabled(seeded.isSelected());
        Optional<NetworkPlan> plan = plan();
        plan.ifPresent(good -> {
            preview.setText(good.text());
            preview.setCaretPosition(0);
        });
        create.setEnabled(plan.isPresent());
        trouble.setText(plan.isPresent() ? " " : words.say("file.network.wrong", LARGEST_LAYER));
        trouble.setForeground(palette.get(Hue.WRONG));
    }

    /** What is asked for, if it makes a network. */
    private Optional<NetworkPlan> plan() {
        try {
            List<Integer> widths = Arrays.stream(sizes.getText().strip().split("[\\s,;，、×x-]+"))
                    .map(Integer::valueOf)
                    .toList();
            boolean fits = widths.size() <= MOST_LAYERS && widths.stream().allMatch(size -> size <= LARGEST_LAYER);
            return fits && RATE.matcher(rate.getText().strip()).matches()
                    ? Optional.of(plan(widths))
                    : Optional.empty();
        } catch (IllegalArgumentException senseless) {
            return Optional.empty();
        }
    }

    private NetworkPlan plan(List<Integer> widths) {
        OptionalLong from = seeded.isSelected()
                ? OptionalLong.of(Integer.parseUnsignedInt(seed.getText().strip()))
                : OptionalLong.empty();
        return new NetworkPlan(
                widths,
                (Activation) hidden.getSelectedItem(),
                (Activation) output.getSelectedItem(),
                (Loss) loss.getSelectedItem(),
                from,
                rate.getText().strip(),
                labels.isSelected());
    }

    /** Where the focus goes first. */
    public JComponent first() {
        return sizes;
    }

    /** A choice in words. */
    private final class Said extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String key = "file.network." + value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "."
                    + ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
            return super.getListCellRendererComponent(list, words.say(key), index, selected, focused);
        }
    }
}

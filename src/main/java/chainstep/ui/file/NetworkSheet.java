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
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** A sheet that plans a new network, and shows the file it will be while it is planned; Escape leaves it. */
public final class NetworkSheet extends JPanel {
    private final transient Words words;
    private final transient Palette palette;
    private final Entry<List<Integer>> sizes;
    private final JComboBox<Activation> hidden = new JComboBox<>(Activation.values());
    private final JComboBox<Activation> output = new JComboBox<>(Activation.values());
    private final JComboBox<Loss> loss = new JComboBox<>(Loss.values());
    private final JCheckBox seeded = new JCheckBox();
    private final Entry<List<String>> numbers;
    private final Entry<Long> seed;
    private final Entry<String> rate;
    private final JCheckBox labels = new JCheckBox();
    /** Its right edge is left to the scroll bar. */
    private final JPanel form = new JPanel(new MigLayout("insets 0 0 0 12, gap 10 4", "[][220!]"));

    private final JTextArea preview = new JTextArea();
    private final JButton create = new JButton();

    /**
     * @param made is given the plan
     * @param left told when none is wanted
     */
    public NetworkSheet(Settings settings, Consumer<NetworkPlan> made, Runnable left) {
        super(new MigLayout("insets 0, gap 4 8", "[shrink 0][grow,fill]", "[][grow,fill][]"));
        this.words = Words.of("ui", settings.locale());
        this.palette = Palette.of(settings.theme());
        this.sizes = entry("sizes", "2, 2, 2", Planned::sizes, Planned.LARGEST_LAYER);
        this.numbers = entry("numbers", "", this::numbers, 0, 0);
        this.seed = entry("seed", "0", Planned::seed, Integer.MAX_VALUE);
        this.rate = entry("rate", "0.5", Planned::rate);
        setOpaque(false);
        setPreferredSize(new Dimension(940, 520));
        JLabel title = new JLabel(words.say("file.network.title"));
        title.setFont(Look.words(16).deriveFont(Font.BOLD));
        add(title);
        add(previewed(), "spany 3, grow, wmin 0, wrap");
        add(asked(), "hmin 0, wrap");
        row("sizes", sizes.field(), sizes);
        row("hidden", hidden, hidden);
        row("output", output, output);
        row("loss", loss, loss);
        row("numbers", numbers.field(), numbers);
        numbers.field().putClientProperty("JTextField.placeholderText", words.say("file.network.numbers.none"));
        form.add(named(seeded, "seed"), "aligny top");
        form.add(seed, "growx, wrap");
        row("rate", rate.field(), rate);
        form.add(named(labels, "labels"), "span 2, wrap");
        buttons(made, left);
        listen();
        Stream.of(sizes.field(), hidden, output, loss, numbers.field(), seeded, seed.field(), rate.field(), labels)
                .forEach(NetworkSheet::follow);
        show(NetworkPlan.FIRST);
    }

    private <T> Entry<T> entry(
            String key, String text, java.util.function.Function<String, Optional<T>> read, Object... bounds) {
        String wrong = words.say("file.network.wrong." + key, bounds);
        return new Entry<>("network." + key, text, read, wrong, palette.get(Hue.WRONG));
    }

    /** Where little room is, what is asked for scrolls, to wherever the focus goes; the buttons stay in sight. */
    private JComponent asked() {
        form.setOpaque(false);
        JScrollPane scroll =
                new JScrollPane(form, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getVerticalScrollBar()
                .setUnitIncrement(form.getFontMetrics(form.getFont()).getHeight());
        return scroll;
    }

    /** Scrolls to a part that the focus comes to. */
    private static void follow(JComponent part) {
        part.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                part.scrollRectToVisible(new Rectangle(part.getSize()));
            }
        });
    }

    private JComponent previewed() {
        preview.setEditable(false);
        preview.setFont(Look.numbers(12));
        preview.setName("network.preview");
        preview.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        preview.getAccessibleContext().setAccessibleName(words.say("file.network.preview"));
        JScrollPane scroll = new JScrollPane(preview);
        scroll.setBorder(BorderFactory.createLineBorder(palette.get(Hue.LINE)));
        return scroll;
    }

    private void row(String key, JComponent field, JComponent part) {
        JLabel label = new JLabel(words.say("file.network." + key));
        label.setLabelFor(field);
        form.add(label, "aligny top, gaptop 3");
        field.setName("network." + key);
        field.getAccessibleContext().setAccessibleName(label.getText());
        form.add(part, part == field ? "growx, gapbottom 12, wrap" : "growx, wrap");
    }

    private JCheckBox named(JCheckBox box, String key) {
        box.setText(words.say("file.network." + key));
        box.setName(box == seeded ? "network.seeded" : "network." + key);
        box.setOpaque(false);
        return box;
    }

    private void buttons(Consumer<NetworkPlan> made, Runnable left) {
        create.setText(words.say("file.network.create"));
        create.setName("network.create");
        create.addActionListener(pressed -> plan().ifPresent(made));
        JButton cancel = new JButton(words.say("file.cancel"));
        cancel.setName("network.cancel");
        cancel.addActionListener(pressed -> left.run());
        cancel.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        cancel.getInputMap().put(KeyStroke.getKeyStroke("released ENTER"), "released");
        add(create, "split 2");
        add(cancel);
    }

    private void show(NetworkPlan plan) {
        hidden.setSelectedItem(plan.hidden());
        output.setSelectedItem(plan.output());
        loss.setSelectedItem(plan.loss());
        seed.field().getAccessibleContext().setAccessibleName(words.say("file.network.seed"));
        refresh();
    }

    private void listen() {
        for (Entry<?> entry : List.of(sizes, numbers, seed, rate)) {
            entry.onChange(this::refresh);
            entry.field().addActionListener(entered -> create.doClick());
        }
        List.of(hidden, output, loss).forEach(box -> {
            box.setRenderer(new Said());
            box.addActionListener(chosen -> refresh());
        });
        List.of(seeded, labels).forEach(box -> box.addActionListener(ticked -> refresh()));
    }

    /** The file as it will be; none while something is wrong. */
    private void refresh() {
        output.setEnabled(loss.getSelectedItem() != Loss.CROSS_ENTROPY);
        seed.ask(seeded.isSelected());
        numbers.ask(!seeded.isSelected());
        Optional<NetworkPlan> plan = plan();
        preview.setText(plan.map(NetworkPlan::text).orElse(""));
        preview.setCaretPosition(0);
        create.setEnabled(plan.isPresent());
    }

    /** The parameters as they were written, all of them or none. */
    private Optional<List<String>> numbers(String text) {
        long needed = Planned.sizes(sizes.field().getText())
                .map(NetworkPlan::parameters)
                .orElse(0L);
        numbers.warn(words.say("file.network.wrong.numbers", needed));
        return Planned.numbers(text, needed);
    }

    /** What is asked for, if it makes a network. */
    private Optional<NetworkPlan> plan() {
        Optional<List<Integer>> widths = sizes.value();
        Optional<List<String>> own = numbers.value();
        Optional<Long> from = seed.value();
        Optional<String> pace = rate.value();
        boolean drawn = seeded.isSelected();
        if (widths.isEmpty() || pace.isEmpty() || (drawn ? from.isEmpty() : own.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new NetworkPlan(
                widths.get(),
                (Activation) hidden.getSelectedItem(),
                (Activation) output.getSelectedItem(),
                (Loss) loss.getSelectedItem(),
                drawn ? OptionalLong.of(from.get()) : OptionalLong.empty(),
                pace.get(),
                labels.isSelected(),
                drawn ? List.of() : own.get()));
    }

    /** Enter creates the network, wherever the focus is, but on the other button. */
    @Override
    public void addNotify() {
        super.addNotify();
        Optional.ofNullable(getRootPane()).ifPresent(root -> root.setDefaultButton(create));
    }

    @Override
    public void removeNotify() {
        Optional.ofNullable(getRootPane()).ifPresent(root -> root.setDefaultButton(null));
        super.removeNotify();
    }

    /** Where the focus goes first. */
    public JComponent first() {
        return sizes.field();
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

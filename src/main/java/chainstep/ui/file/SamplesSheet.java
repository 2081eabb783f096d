package chainstep.ui.file;

import chainstep.ui.Settings;
import chainstep.ui.file.Samples.Sample;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A sheet that offers the samples: searched by what they say, previewed, opened with Enter. */
public final class SamplesSheet extends JPanel {
    private final transient List<Sample> all;
    private final DefaultListModel<Sample> found = new DefaultListModel<>();
    private final JList<Sample> list = new JList<>(found);
    private final JTextField search = new JTextField();
    private final JTextArea preview = new JTextArea();

    public SamplesSheet(List<Sample> all, Settings settings, Consumer<Sample> open) {
        super(new BorderLayout(12, 10));
        this.all = List.copyOf(all);
        Words words = Words.of("ui", settings.locale());
        Palette palette = Palette.of(settings.theme());
        setOpaque(false);
        setPreferredSize(new Dimension(980, 620));
        JLabel title = new JLabel(words.say("file.samples.title"));
        title.setFont(Look.words(16).deriveFont(java.awt.Font.BOLD));
        title.setLabelFor(search);
        JPanel top = new JPanel(new BorderLayout(0, 8));
        top.setOpaque(false);
        top.add(title, BorderLayout.PAGE_START);
        top.add(search, BorderLayout.CENTER);
        add(top, BorderLayout.PAGE_START);
        add(scrolled(list, 380, palette), BorderLayout.LINE_START);
        add(scrolled(preview, 500, palette), BorderLayout.CENTER);
        dress(words, palette);
        listen(open);
        filter();
    }

    private static JComponent scrolled(JComponent inside, int width, Palette palette) {
        JScrollPane scroll = new JScrollPane(inside);
        scroll.setPreferredSize(new Dimension(width, 400));
        scroll.setBorder(BorderFactory.createLineBorder(palette.get(Hue.LINE)));
        return scroll;
    }

    private void dress(Words words, Palette palette) {
        search.setName("samples.search");
        search.putClientProperty("JTextField.placeholderText", words.say("file.samples.search"));
        search.getAccessibleContext().setAccessibleName(words.say("file.samples.search"));
        list.setName("samples.list");
        list.getAccessibleContext().setAccessibleName(words.say("file.samples.title"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(44);
        list.setCellRenderer(new Row(words, palette));
        preview.setEditable(false);
        preview.setFont(Look.numbers(12));
        preview.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        preview.getAccessibleContext().setAccessibleName(words.say("file.samples.preview"));
    }

    private void listen(Consumer<Sample> open) {
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent change) {
                filter();
            }

            @Override
            public void removeUpdate(DocumentEvent change) {
                filter();
            }

            @Override
            public void changedUpdate(DocumentEvent change) {
                filter();
            }
        });
        list.addListSelectionListener(change -> preview());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    chosen().ifPresent(open);
                }
            }
        });
        key("ENTER", () -> chosen().ifPresent(open));
        key("DOWN", () -> move(1));
        key("UP", () -> move(-1));
    }

    private void key(String key, Runnable deed) {
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(java.awt.event.ActionEvent event) {
                deed.run();
            }
        });
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            int next = Math.max(0, Math.min(found.size() - 1, list.getSelectedIndex() + by));
            list.setSelectedIndex(next);
            list.ensureIndexIsVisible(next);
        }
    }

    private Optional<Sample> chosen() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    private void filter() {
        String[] wanted = search.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        found.clear();
        for (Sample sample : all) {
            String said = (sample.group() + " " + sample.name() + " " + sample.title()).toLowerCase(Locale.ROOT);
            if (java.util.Arrays.stream(wanted).allMatch(said::contains)) {
                found.addElement(sample);
            }
        }
        list.setSelectedIndex(found.isEmpty() ? -1 : 0);
        preview();
    }

    private void preview() {
        preview.setText(chosen().map(Sample::text).orElse(""));
        preview.setCaretPosition(0);
    }

    /** Where the focus goes first. */
    public JComponent first() {
        return search;
    }

    /** A sample's title over its folder and name. */
    private static final class Row extends DefaultListCellRenderer {
        private final transient Words words;
        private final transient Palette palette;

        Row(Words words, Palette palette) {
            this.words = words;
            this.palette = palette;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Sample sample = (Sample) value;
            JPanel row = new JPanel(new BorderLayout());
            JLabel title = new JLabel(sample.title());
            JLabel place = new JLabel(
                    sample.group().isEmpty()
                            ? sample.name()
                            : words.say("file.samples." + sample.group()) + " · " + sample.name());
            place.setFont(Look.words(11));
            place.setForeground(palette.get(Hue.MUTED));
            title.setForeground(palette.get(Hue.TEXT));
            row.add(title, BorderLayout.CENTER);
            row.add(place, BorderLayout.PAGE_END);
            row.setBackground(palette.get(selected ? Hue.VALUE_GROUND : Hue.GROUND));
            row.setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
            row.getAccessibleContext().setAccessibleName(sample.title());
            return row;
        }
    }
}

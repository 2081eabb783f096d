package chainstep.ui.command;

import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Comparator;
import java.util.List;
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
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A sheet that finds by a few letters what can be done, seen or opened, and does it at Enter. */
public final class PaletteSheet extends JPanel {
    private final transient List<Offer> all;
    private final DefaultListModel<Offer> found = new DefaultListModel<>();
    private final JList<Offer> list = new JList<>(found);
    private final JTextField search = new JTextField();

    /** @param chosen is given what was chosen; puts the sheet away before it is done */
    public PaletteSheet(List<Offer> all, Settings settings, Consumer<Offer> chosen) {
        super(new BorderLayout(0, 8));
        this.all = List.copyOf(all);
        Words words = Words.of("ui", settings.locale());
        Palette palette = Palette.of(settings.theme());
        setOpaque(false);
        setPreferredSize(new Dimension(560, 420));
        search.setName("palette.search");
        search.putClientProperty("JTextField.placeholderText", words.say("command.palette.search"));
        search.getAccessibleContext().setAccessibleName(words.say("command.palette.search"));
        search.setFont(Look.words(15));
        list.setName("palette.list");
        list.getAccessibleContext().setAccessibleName(words.say("command.palette"));
        list.setFixedCellHeight(28);
        list.setCellRenderer(new Row(palette));
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(search, BorderLayout.PAGE_START);
        add(scroll, BorderLayout.CENTER);
        listen(chosen);
        filter();
    }

    private void listen(Consumer<Offer> chosen) {
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
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                best().ifPresent(chosen);
            }
        });
        key("ENTER", () -> best().ifPresent(chosen));
        key("DOWN", () -> move(1));
        key("UP", () -> move(-1));
    }

    private void key(String key, Runnable deed) {
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    private Optional<Offer> best() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            int next = Math.floorMod(list.getSelectedIndex() + by, found.size());
            list.setSelectedIndex(next);
            list.ensureIndexIsVisible(next);
        }
    }

    private record Scored(Offer offer, int score) {}

    private void filter() {
        String letters = search.getText();
        found.clear();
        all.stream()
                .flatMap(offer ->
                        Fuzzy.score(letters, offer.name()).stream().mapToObj(score -> new Scored(offer, score)))
                .sorted(Comparator.comparingInt((Scored scored) -> letters.isBlank() ? 0 : -scored.score()))
                .map(Scored::offer)
                .forEach(found::addElement);
        list.setSelectedIndex(found.isEmpty() ? -1 : 0);
        list.ensureIndexIsVisible(0);
    }

    /** Where the focus goes first. */
    public JComponent first() {
        return search;
    }

    /** What is offered at the left, its kind and key at the right. */
    private static final class Row extends DefaultListCellRenderer {
        private final transient Palette palette;

        Row(Palette palette) {
            this.palette = palette;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Offer offer = (Offer) value;
            JPanel row = new JPanel(new BorderLayout(12, 0));
            JLabel name = new JLabel(offer.name());
            name.setForeground(palette.get(Hue.TEXT));
            JLabel beside = new JLabel(offer.hint().isEmpty() ? offer.kind() : offer.kind() + "   " + offer.hint());
            beside.setFont(Look.words(11).deriveFont(Font.PLAIN));
            beside.setForeground(palette.get(Hue.MUTED));
            row.add(name, BorderLayout.CENTER);
            row.add(beside, BorderLayout.LINE_END);
            row.setBackground(palette.get(selected ? Hue.VALUE_GROUND : Hue.GROUND));
            row.setBorder(BorderFactory.createEmptyBorder(2, 10, 2, 10));
            row.getAccessibleContext().setAccessibleName(offer.name());
            return row;
        }
    }
}

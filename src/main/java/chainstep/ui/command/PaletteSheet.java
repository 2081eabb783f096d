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
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** A sheet that finds by a few letters what can be done, seen or opened, and does it at Enter. */
public final class PaletteSheet extends JPanel {
    private final transient List<Offer> all;
    private final transient Palette palette;
    private final transient SearchList<Offer> offers;

    /** @param chosen is given what was chosen; puts the sheet away before it is done */
    public PaletteSheet(List<Offer> all, Settings settings, Consumer<Offer> chosen) {
        super(new BorderLayout(0, 8));
        this.all = List.copyOf(all);
        this.palette = Palette.of(settings.theme());
        Words words = Words.of("ui", settings.locale());
        setOpaque(false);
        setPreferredSize(new Dimension(560, 420));
        this.offers = new SearchList<>("palette", this::found)
                .called(words.say("command.palette.search"), words.say("command.palette"))
                .drawn(28, this::row)
                .chosen(this, 1, chosen);
        JScrollPane scroll = new JScrollPane(offers.list());
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(offers.search(), BorderLayout.PAGE_START);
        add(scroll, BorderLayout.CENTER);
    }

    private record Scored(Offer offer, int score) {}

    private List<Offer> found(String letters) {
        return all.stream()
                .flatMap(offer ->
                        Fuzzy.score(letters, offer.name()).stream().mapToObj(score -> new Scored(offer, score)))
                .sorted(Comparator.comparingInt((Scored scored) -> letters.isBlank() ? 0 : -scored.score()))
                .map(Scored::offer)
                .toList();
    }

    /** Where the focus goes first. */
    public JComponent first() {
        return offers.search();
    }

    /** What is offered at the left, its kind and key at the right. */
    private Component row(Offer offer, boolean selected) {
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

package chainstep.ui.command;

import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
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
    private static final float SIZE = 13;
    private static final float LARGE = 17;
    /** In letters. */
    private static final float WIDE = 46;

    private static final float HIGH = 34;
    private static final float KIND = 5.5f;
    private static final float KEY = 8.5f;

    private final transient List<Offer> all;
    private final transient Palette palette;
    private final float size;
    private final transient SearchList<Offer> offers;

    /** @param chosen is given what was chosen; puts the sheet away before it is done */
    public PaletteSheet(List<Offer> all, Settings settings, Consumer<Offer> chosen) {
        super(new BorderLayout(0, 8));
        this.all = List.copyOf(all);
        this.palette = Palette.of(settings.theme());
        this.size = settings.projector() ? LARGE : SIZE;
        Words words = Words.of("ui", settings.locale());
        setOpaque(false);
        setPreferredSize(new Dimension(Math.round(WIDE * size), Math.round(HIGH * size)));
        this.offers = new SearchList<>("palette", this::found)
                .called(words.say("command.palette.search"), words.say("command.palette"))
                .drawn(Math.round(2.2f * size), this::row)
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

    /** What is offered at the left, its kind and its key or place under each other at the right. */
    private Component row(Offer offer, boolean selected) {
        JPanel row = new JPanel(new BorderLayout(12, 0));
        JPanel beside = new JPanel(new BorderLayout(8, 0));
        beside.setOpaque(false);
        beside.add(label(offer.kind(), Look.words(size - 2), Hue.MUTED, KIND), BorderLayout.LINE_START);
        beside.add(label(offer.hint(), Look.numbers(size - 2), Hue.TEXT, KEY), BorderLayout.LINE_END);
        row.add(label(offer.name(), Look.words(size), Hue.TEXT, 0), BorderLayout.CENTER);
        row.add(beside, BorderLayout.LINE_END);
        row.setBackground(palette.get(selected ? Hue.VALUE_GROUND : Hue.GROUND));
        row.setBorder(BorderFactory.createEmptyBorder(2, 10, 2, 10));
        row.getAccessibleContext().setAccessibleName(offer.name() + "  " + offer.hint());
        return row;
    }

    /** @param least how wide at least, in letters */
    private JLabel label(String text, Font font, Hue hue, float least) {
        JLabel label = new JLabel(text);
        label.setFont(Letters.fit(text, font));
        label.setForeground(palette.get(hue));
        if (least > 0) {
            Dimension wanted = label.getPreferredSize();
            label.setPreferredSize(new Dimension(Math.max(wanted.width, Math.round(least * size)), wanted.height));
        }
        return label;
    }
}

package chainstep.ui.file;

import chainstep.ui.Settings;
import chainstep.ui.command.SearchList;
import chainstep.ui.file.Samples.Sample;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** A sheet that offers the samples: searched by what they say, previewed, opened with Enter. */
public final class SamplesSheet extends JPanel {
    private final transient List<Sample> all;
    private final transient Words words;
    private final transient Palette palette;
    private final transient SearchList<Sample> samples;
    private final JTextArea preview = new JTextArea();

    public SamplesSheet(List<Sample> all, Settings settings, Consumer<Sample> open) {
        super(new BorderLayout(12, 10));
        this.all = List.copyOf(all);
        this.words = Words.of("ui", settings.locale());
        this.palette = Palette.of(settings.theme());
        setOpaque(false);
        setPreferredSize(new Dimension(980, 620));
        this.samples = new SearchList<>("samples", this::found)
                .called(words.say("file.samples.search"), words.say("file.samples.title"))
                .drawn(44, this::row)
                .chosen(this, 2, open);
        samples.list().addListSelectionListener(change -> preview());
        JLabel title = new JLabel(words.say("file.samples.title"));
        title.setFont(Look.words(16).deriveFont(java.awt.Font.BOLD));
        title.setLabelFor(samples.search());
        JPanel top = new JPanel(new BorderLayout(0, 8));
        top.setOpaque(false);
        top.add(title, BorderLayout.PAGE_START);
        top.add(samples.search(), BorderLayout.CENTER);
        add(top, BorderLayout.PAGE_START);
        add(scrolled(samples.list(), 380), BorderLayout.LINE_START);
        add(scrolled(preview, 500), BorderLayout.CENTER);
        preview.setEditable(false);
        preview.setFont(Look.numbers(12));
        preview.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        preview.getAccessibleContext().setAccessibleName(words.say("file.samples.preview"));
        preview();
    }

    private JComponent scrolled(JComponent inside, int width) {
        JScrollPane scroll = new JScrollPane(inside);
        scroll.setPreferredSize(new Dimension(width, 400));
        scroll.setBorder(BorderFactory.createLineBorder(palette.get(Hue.LINE)));
        return scroll;
    }

    private List<Sample> found(String letters) {
        String[] wanted = letters.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return all.stream()
                .filter(sample -> {
                    String said =
                            (sample.group() + " " + sample.name() + " " + sample.title()).toLowerCase(Locale.ROOT);
                    return Arrays.stream(wanted).allMatch(said::contains);
                })
                .toList();
    }

    private void preview() {
        preview.setText(samples.marked().map(Sample::text).orElse(""));
        preview.setCaretPosition(0);
    }

    /** Where the focus goes first. */
    public JComponent first() {
        return samples.search();
    }

    /** A sample's title over its folder and name. */
    private Component row(Sample sample, boolean selected) {
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

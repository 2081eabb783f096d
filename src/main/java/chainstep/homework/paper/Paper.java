package chainstep.homework.paper;

import chainstep.homework.Worked;
import chainstep.homework.answer.HandNames;
import chainstep.homework.answer.Sections;
import chainstep.math.Format;
import chainstep.math.Rational;
import chainstep.math.Tensor;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What all pages about one assignment share: its names, its language, its colours, the press. Used by any number of threads. */
public final class Paper {
    private static final int LONGEST = 120;
    private static final int MOST_NUMBERS = 12;
    private static final int SHOWN_DIGITS = 6;

    /** Below the text of a page, as its style has it: 18 mm. */
    private static final double MARGIN = 18 * 72 / 25.4;

    private final Worked worked;
    private final Locale locale;
    private final Pictures pictures;
    private final Words words;
    private final Colours colours = new Colours();
    private final String style = colours.style();
    private final Press press;
    private final List<String> names;
    private final List<String> sections;

    public Paper(Worked worked, Locale locale, Pictures pictures) {
        this.worked = worked;
        this.locale = locale;
        this.pictures = pictures;
        this.words = Words.of("homework", locale);
        this.press = new Press();
        HandNames hand = new HandNames(worked.assignment().model());
        Sections places = new Sections(worked.assignment().model());
        this.names = worked.assignment().questions().stream()
                .map(question -> hand.shown(question.quantity()))
                .toList();
        this.sections = worked.assignment().questions().stream()
                .map(question -> places.of(question).title().in(locale))
                .toList();
    }

    private Paper(Paper other, Worked worked) {
        this.worked = worked;
        this.locale = other.locale;
        this.pictures = other.pictures;
        this.words = other.words;
        this.press = other.press;
        this.names = other.names;
        this.sections = other.sections;
    }

    /** For the same assignment with other numbers. */
    public Paper of(Worked other) {
        return new Paper(this, other);
    }

    /** A page as PDF: the same bytes for the same page. */
    public byte[] pdf(String page) throws IOException {
        return press.pdf(page);
    }

    /** How high the paper is that a page leaves below its end, in points. */
    double room(String page) {
        try {
            return press.end(page) - MARGIN;
        } catch (IOException unprinted) {
            throw new UncheckedIOException(unprinted);
        }
    }

    Worked worked() {
        return worked;
    }

    Pictures pictures() {
        return pictures;
    }

    Locale locale() {
        return locale;
    }

    Colours colours() {
        return colours;
    }

    /** What a question asks for, as a textbook writes it. */
    String name(int question) {
        return names.get(question);
    }

    /** Where in a sheet a question stands. */
    String section(int question) {
        return sections.get(question);
    }

    String say(String key, Object... arguments) {
        return words.say("paper." + key, arguments);
    }

    String said(Phrase phrase) {
        return phrase.in(locale);
    }

    /** The title of the assignment, or the name of its file. */
    String title() {
        return worked.assignment().model().title().orElseGet(this::file);
    }

    /** The name of the assignment's file, wherever it lies. */
    String file() {
        String source = worked.assignment().model().source().name();
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    /** The exact answer of a question, to a few digits. */
    String exact(int question) {
        Tensor value = worked.exact(question);
        String numbers = IntStream.range(0, Math.min(MOST_NUMBERS, value.size()))
                .mapToObj(k -> Format.typographic(Format.significant(value.get(k), SHOWN_DIGITS)))
                .collect(Collectors.joining("  "));
        return value.size() > MOST_NUMBERS ? numbers + " …" : numbers;
    }

    /** A page with its head; what is opened is closed by {@link #close}. */
    Markup open(String title) {
        return new Markup()
                .open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", locale.getLanguage())
                .open("head")
                .text("")
                .element("title", title)
                .style(style)
                .close()
                .open("body");
    }

    static String close(Markup page) {
        return page.close().close().page();
    }

    /** Marks as people write them: 1, 0.5, 2.33. */
    static String marks(Rational marks) {
        return marks.isInteger() ? marks.toString() : marks.toDecimal(2).replaceFirst("0$", "");
    }

    /** What a student wrote, on one line and no longer than a page bears. */
    static String shortened(String written) {
        return shortened(written, LONGEST);
    }

    static String shortened(String written, int longest) {
        String line = written.strip().replaceAll("\\s+", " ");
        int signs = line.codePointCount(0, line.length());
        return signs <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}

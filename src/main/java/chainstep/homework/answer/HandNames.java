package chainstep.homework.answer;

import chainstep.homework.answer.NameReader.Unclear;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.lang.Span;
import chainstep.lang.TrainingText;
import chainstep.words.Phrase;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantities as people write them by hand: {@code dE/dh_1}, {@code ∂E/∂W2₁₁}, {@code w5+}, {@code do1/dz1}.
 *
 * <p>What is a quantity in the strict notation is read as that, so that a variable of exactly a name wins. Otherwise every name in the
 * text is looked at by itself: subscripts count from one, brackets from zero; h₁, h_1 and h1 are one, as are w2 and W2 where the
 * model has but one of them. What could be two things is refused, naming both. Safe in any thread.
 */
public final class HandNames {
    /** The longest text that is read as a quantity. */
    public static final int LONGEST = 2000;

    private static final String PLAIN =
            "[\\p{L}_][\\p{L}\\p{Nd}\\p{M}_₀-₉]*(?:(?<=_)\\{[0-9, ]+})?(?:,(?=[₀-₉])[₀-₉]+)?";
    private static final String INDEXED = PLAIN + "(?:\\.\\p{L}[\\p{L}\\p{Nd}]*)?(?:\\s*\\[[-0-9, ]+])*";
    private static final String BY = "\\s*/\\s*";

    private static final Pattern DERIVATIVE = Pattern.compile(
            "[d∂δ]\\s*(?<above>" + INDEXED + ")" + BY + "[d∂δ]\\s*(?<below>" + INDEXED + ")|\\(\\s*[d∂δ]\\s*(?<above2>"
                    + INDEXED + ")\\s*\\)" + BY + "\\(\\s*[d∂δ]\\s*(?<below2>" + INDEXED + ")\\s*\\)");

    private static final Pattern GRADIENT = Pattern.compile("∇\\s*(?:_\\{?)?(?<below>" + INDEXED + ")}?");

    private static final Pattern NEW =
            Pattern.compile("(?<name>" + INDEXED + ")(?:⁺|\\^\\{?\\+}?|′|'|_new|_neu|_updated)(?![\\p{L}\\p{Nd}_(])");

    private static final Pattern NAME = Pattern.compile(INDEXED);

    /** The new value where it is the whole text. */
    private static final Pattern WHOLE_NEW =
            Pattern.compile("(?:new\\s+|updated\\s+|新的?\\s*)(?<after>" + INDEXED + ")|(?<before>" + INDEXED
                    + ")(?:\\s*(?:\\+|\\(new\\)|\\(updated\\)|\\(新\\)|新)|(?:_|\\s+)(?:new|updated))");

    /** A layer's number as books write it: z⁽¹⁾, W^(2), a^{[1]}. */
    private static final Pattern LAYER =
            Pattern.compile("(?<name>\\p{L}++)(?:⁽(?<raised>[⁰¹²³⁴-⁹]+)⁾|\\^\\{?[(\\[](?<plain>[0-9]+)[)\\]]}?)");

    /** The number e, of which 1/(1 + e^(-z)) is made; a value that the file calls e is that value. */
    private static final String EULER = "exp(1)";

    /** The learning rate, where no value is called so. */
    private static final Pattern RATE = Pattern.compile("η|lr|eta");

    private static final Pattern KEYWORD = Pattern.compile("True|False|None|and|or|not|pi|π|T");

    private final Model model;
    private final NameReader names;
    private final Meanings meanings;
    private final Optional<String> rate;

    public HandNames(Model model) {
        this.model = model;
        this.names = new NameReader(model);
        this.meanings = new Meanings(model);
        this.rate = rate(TrainingText.of(model.source().text()));
    }

    /** The learning rate as it is written, where it is one number throughout. */
    private static Optional<String> rate(TrainingText text) {
        boolean constant = text.get(TrainingText.Field.SCHEDULE).equals(Optional.of("constant"));
        return text.get(TrainingText.Field.RATE).filter(number -> constant).map(number -> "(" + number + ")");
    }

    /**
     * A text that was understood.
     *
     * @param rewritten whether it was not written in the strict notation
     * @param shown what was understood, as a textbook writes it; as the quantity is written where it has no name
     */
    public record Heard(Quantity quantity, boolean rewritten, String shown) {
        /** What was understood, where that is not what was written. */
        public Optional<Phrase> echo(String written) {
            return rewritten
                    ? Optional.of(Phrase.of("homework", "answer.heard", written, shown, quantity.text()))
                    : Optional.empty();
        }
    }

    /**
     * Reads a quantity, or a formula over several.
     *
     * @throws SourceError when it is none: a name is unknown, or may mean two things
     */
    public Heard read(String written) {
        return read(written, false);
    }

    /** Reads a formula for one number, where {@code 0.5 h1 w5} is a product. */
    Heard readOne(String written) {
        return read(written, true);
    }

    private Heard read(String written, boolean spaced) {
        if (written.length() > LONGEST) {
            Source source = Source.of("quantity", written.substring(0, 20) + "…");
            throw SourceError.at(source, whole(source), phrase("answer.long", written.length(), LONGEST));
        }
        SourceError strict;
        try {
            return heard(model.quantity(written), false);
        } catch (SourceError not) {
            strict = not;
        }
        String clean = HandText.plain(written);
        String text = rewritten(LAYER.matcher(clean).replaceAll(this::layered), spaced);
        if (text.equals(written)) {
            throw strict;
        }
        return heard(model.quantity(text), !text.equals(clean));
    }

    /** A quantity as a textbook writes it, ∂E/∂W2₁₁; as it was written where it has no name. */
    public String shown(Quantity quantity) {
        return meanings.of(quantity).map(meant -> meant.shown(model)).orElseGet(quantity::text);
    }

    /** What a quantity names, where it names something. */
    Optional<Meant> meant(Quantity quantity) {
        return meanings.of(quantity);
    }

    private Heard heard(Quantity quantity, boolean rewritten) {
        return new Heard(quantity, rewritten, shown(quantity));
    }

    private String layered(MatchResult found) {
        String raised = LAYER.matcher(found.group()).replaceAll("${raised}${plain}");
        String name =
                LAYER.matcher(found.group()).replaceAll("${name}") + Normalizer.normalize(raised, Normalizer.Form.NFKC);
        return Matcher.quoteReplacement(names.isSpelled(name) ? name : found.group());
    }

    private String rewritten(String text, boolean spaced) {
        Matcher whole = WHOLE_NEW.matcher(text);
        if (whole.matches()) {
            String name = whole.group("after") == null ? whole.group("before") : whole.group("after");
            return at(text, whole.start(), whole.end(), () -> updated(name));
        }
        StringBuilder found = new StringBuilder();
        Product product = new Product(text, spaced);
        int from = 0;
        while (from < text.length()) {
            int begin = from;
            Optional<Piece> piece = startsName(text, begin) ? piece(text, begin) : Optional.empty();
            found.append(product.begins(begin, piece.isPresent()) ? "*" : "");
            found.append(piece.map(Piece::text).orElseGet(() -> text.substring(begin, begin + 1)));
            from = piece.map(Piece::end).orElse(begin + 1);
            product.ended(begin, from, piece.isPresent());
        }
        return found.toString();
    }

    /** What stands for a part of the text, and where that ends. */
    private record Piece(String text, int end) {}

    private interface Reading {
        String read() throws Unclear;
    }

    private static boolean startsName(String text, int at) {
        int sign = text.codePointAt(at);
        int before = at == 0 ? ' ' : text.codePointBefore(at);
        boolean within = Character.isLetterOrDigit(before) || before == '_' || before == '.';
        return !within && (Character.isLetter(sign) || sign == '_' || sign == '∂' || sign == '∇' || sign == '(');
    }

    private Optional<Piece> piece(String text, int at) {
        for (Pattern pattern : new Pattern[] {DERIVATIVE, GRADIENT, NEW, NAME}) {
            Matcher found = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (found.lookingAt()) {
                Optional<String> meant = pattern == DERIVATIVE
                        ? derivative(text, found)
                        : pattern == NAME ? named(text, found) : gradientOrNew(text, found, pattern);
                if (meant.isPresent()) {
                    return Optional.of(new Piece(meant.get(), found.end()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> derivative(String text, Matcher found) {
        boolean bracketed = found.group("above") == null;
        String above = found.group(bracketed ? "above2" : "above");
        String below = found.group(bracketed ? "below2" : "below");
        int line = text.indexOf('/', found.start());
        String left = text.substring(found.start(), line).strip();
        if (names.isExact(left) || left.startsWith("d") && !isValue(above) && isValue(left)) {
            return Optional.empty();
        }
        return Optional.of(
                at(text, found.start(), found.end(), () -> derivative(names.above(above), names.read(below))));
    }

    private boolean isValue(String name) {
        try {
            names.read(name);
            return true;
        } catch (Unclear not) {
            return false;
        }
    }

    private String derivative(Meant above, Meant below) throws Unclear {
        Meant gradient = below.as(Meant.Kind.GRADIENT);
        boolean loss = model.program().loss().orElse(-1) == above.node();
        boolean one = above.shape(model).size() == 1;
        if (loss) {
            return gradient.text(model);
        }
        return (one ? gradient : below.as(Meant.Kind.LOCAL)).of(above).text(model);
    }

    private Optional<String> gradientOrNew(String text, Matcher found, Pattern pattern) {
        return Optional.of(at(
                text,
                found.start(),
                found.end(),
                () -> pattern == GRADIENT
                        ? names.read(found.group("below"))
                                .as(Meant.Kind.GRADIENT)
                                .text(model)
                        : isVersion(found.group()) ? found.group() : updated(found.group("name"))));
    }

    /** Whether a name with a prime is one that the file gives again. */
    private boolean isVersion(String name) {
        try {
            model.quantity(name);
            return true;
        } catch (SourceError not) {
            return false;
        }
    }

    private String updated(String name) throws Unclear {
        Meant value = names.read(name);
        boolean trained = model.program().next(value.node()).isPresent();
        return value.as(trained ? Meant.Kind.UPDATED : Meant.Kind.AFTER).text(model);
    }

    /** A name by itself; functions, keyword arguments and methods stay as they are. */
    private Optional<String> named(String text, Matcher found) {
        String name = found.group();
        String behind = text.substring(found.end()).stripLeading();
        if (name.equals("e") && !names.isExact(name) && !text.strip().equals(name)) {
            return Optional.of(EULER);
        } else if (RATE.matcher(name).matches() && !names.isSpelled(name) && rate.isPresent()) {
            return rate;
        }
        boolean called = behind.startsWith("(") && !(isValue(name) && Product.isFactor(text, name, found.end()));
        boolean keyword = behind.startsWith("=") && !behind.startsWith("==") && isWithinBrackets(text, found.start());
        boolean member = name.indexOf('.') >= 0 && !isValue(name);
        if (names.isExact(name)
                || called
                || keyword
                || member
                || KEYWORD.matcher(name).matches()) {
            return Optional.of(name);
        }
        return Optional.of(
                at(text, found.start(), found.end(), () -> names.read(name).text(model)));
    }

    private static boolean isWithinBrackets(String text, int at) {
        return text.substring(0, at)
                        .chars()
                        .map(sign -> sign == '(' ? 1 : sign == ')' ? -1 : 0)
                        .sum()
                > 0;
    }

    private static String at(String text, int from, int to, Reading reading) {
        try {
            return reading.read();
        } catch (Unclear trouble) {
            Source source = Source.of("quantity", text.replaceAll("\\R", " "));
            int first = text.codePointCount(0, from) + 1;
            Span span = new Span(1, first, 1, first + text.codePointCount(from, to));
            throw SourceError.at(source, span, trouble.phrase());
        }
    }

    private static Span whole(Source source) {
        return new Span(1, 1, 1, 1).to(source.end());
    }

    private static Phrase phrase(String key, Object... arguments) {
        return Phrase.of("homework", key, arguments);
    }
}

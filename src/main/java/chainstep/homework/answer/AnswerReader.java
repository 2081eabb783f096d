package chainstep.homework.answer;

import chainstep.graph.OperandException;
import chainstep.homework.Answer;
import chainstep.homework.Question;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.SourceError;
import chainstep.lang.Syntax;
import chainstep.math.Digits;
import chainstep.math.Shape;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what was written for a question: a number, a fraction, numbers in the question's shape, or a formula in the variables.
 *
 * <p>Every text is an answer, at worst an unreadable one with a sentence that says why. Safe in any thread.
 */
public final class AnswerReader {
    /** The longest answer, in characters: a matrix of a few thousand numbers. */
    public static final int LONGEST = 100_000;

    private static final int SHOWN = 200;

    private static final Set<String> NOTHING =
            Set.of("", "?", "-", "--", "---", "/", "_", "n/a", "N/A", "无", "空", "未答");

    /** What is wrong with a text that may lack the sign of a product. */
    private static final Set<String> PRODUCT = Set.of("operator.missing", "call.what", "function.unknown");

    private static final Pattern TRANSPOSED = Pattern.compile("(?s)(.*[\\])}])\\s*(?:ᵀ|\\^\\s*\\{?T}?|\\.T|')");
    private static final Pattern ROUNDED = Pattern.compile(
            "\\s*\\((?:to )?\\d{1,2} *(?:s\\.? ?f\\.?|d\\.? ?p\\.?|sig\\.? ?figs?\\.?|位有效数字|位小数)\\)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUM =
            Pattern.compile("[^,;\\[\\]{}\\t\\r\\n]*[0-9.)] *[-+] *[0-9.(][^,;\\[\\]{}\\t\\r\\n]*");
    private static final Pattern NUMBERS_ONLY = Pattern.compile("(?s)[-+0-9.,;eE\\s\\[\\](){}/?_]*");

    private final Model model;
    private final HandNames names;
    private final OwnName ownName;

    public AnswerReader(Model model) {
        this.model = model;
        this.names = new HandNames(model);
        this.ownName = new OwnName(model);
    }

    /** The answer that a text is. */
    public Answer read(String written, Question question) {
        if (written.length() > LONGEST) {
            return new Answer.Unreadable(
                    written.substring(0, SHOWN) + "…", phrase("answer.long", written.length(), LONGEST));
        }
        String text = result(bare(HandText.plain(written)));
        if (NOTHING.contains(text)) {
            return Answer.BLANK;
        }
        Optional<Answer> numbers = numbers(written, text, question);
        return numbers.orElseGet(() -> formula(written, text, question));
    }

    /** The answer that its numbers are, given one by one at their places, row-major; those that are missing are left out. */
    Answer each(Map<Integer, String> places, Question question) {
        int size = question.shape().size();
        List<Optional<Digits>> numbers = new ArrayList<>(Collections.nCopies(size, Optional.empty()));
        String written = String.join("; ", places.values());
        for (Map.Entry<Integer, String> place : places.entrySet()) {
            Answer one = read(place.getValue(), question.one());
            if (one instanceof Answer.Numbers number) {
                numbers.set(place.getKey(), number.numbers().get(0));
            } else if (one instanceof Answer.Unreadable trouble) {
                return new Answer.Unreadable(written, trouble.why());
            } else if (one instanceof Answer.Misshapen trouble) {
                return new Answer.Unreadable(written, trouble.why());
            } else if (one instanceof Answer.Formula) {
                return new Answer.Unreadable(written, phrase("answer.each", question.text()));
            }
        }
        return answer(written, numbers);
    }

    /** What was understood, where that is not what was written: 0.5 for {@code 0,5}. */
    public static Optional<Phrase> echo(Answer answer) {
        if (!(answer instanceof Answer.Numbers numbers)) {
            return Optional.empty();
        }
        boolean same = numbers.numbers().stream()
                .flatMap(Optional::stream)
                .allMatch(number -> numbers.written().contains(number.text()));
        return same
                ? Optional.empty()
                : Optional.of(phrase("answer.understood", numbers.written().strip(), told(numbers.numbers())));
    }

    private static String told(List<Optional<Digits>> numbers) {
        return numbers.stream()
                .limit(12)
                .map(number -> number.map(Digits::text).orElse("?"))
                .collect(Collectors.joining(", ", "", numbers.size() > 12 ? ", …" : ""));
    }

    /** Without the quote that keeps spreadsheets from reading a formula, and signs that say nothing. */
    private static String bare(String text) {
        String inner = text.matches("(?s)'[=+\\-@].*") ? text.substring(1) : text;
        String said = ROUNDED.matcher(inner).replaceFirst("");
        return said.replaceFirst("^(?:[=≈~≐≅:：]|约|approx\\.?)\\s*", "").strip();
    }

    /** Behind the last sign of equality: of {@code 0.4*0.1 = 0.04} the 0.04. */
    private static String result(String text) {
        int open = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char sign = text.charAt(i);
            open += "])}".indexOf(sign) >= 0 ? 1 : "[({".indexOf(sign) >= 0 ? -1 : 0;
            boolean compared = i > 0 && "=<>!≤≥".indexOf(text.charAt(i - 1)) >= 0;
            if (open == 0 && (sign == '=' && !compared || sign == '≈') && i < text.length() - 1) {
                return text.substring(i + 1).strip();
            }
        }
        return text;
    }

    private Optional<Answer> numbers(String written, String text, Question question) {
        var transpose = TRANSPOSED.matcher(text);
        boolean transposed = transpose.matches();
        String whole = Numeral.joined(transposed ? transpose.group(1) : text);
        String joined = question.shape().size() == 1 ? Numeral.mixed(whole) : whole;
        Optional<Numbers> first = Numbers.read(joined, true);
        boolean list = joined.startsWith("[") && question.shape().size() == 1;
        Optional<Numbers> second = joined.indexOf(',') < 0 || list ? Optional.empty() : Numbers.read(joined, false);
        for (Optional<Numbers> reading : List.of(first, second)) {
            Optional<List<Optional<Digits>>> fitting =
                    reading.flatMap(numbers -> numbers.in(question.shape(), transposed));
            if (fitting.isPresent()) {
                return Optional.of(
                        reading.equals(second) && Numeral.isUnclear(joined)
                                ? thousand(written, joined)
                                : answer(written, fitting.get()));
            }
        }
        Optional<Numbers> any = first.or(() -> second).filter(read -> !isOneSum(text, question));
        boolean misfit = any.isPresent()
                && (any.get().cells().size() > 1 || question.shape().size() > 1);
        if (misfit) {
            return Optional.of(misshapen(written, any.get(), question.shape()));
        }
        boolean damaged = !text.isEmpty() && NUMBERS_ONLY.matcher(text).matches() && any.isEmpty() && !isSum(text);
        return damaged
                ? Optional.of(new Answer.Unreadable(written, phrase("answer.number", shortened(text))))
                : Optional.empty();
    }

    /** Whether one number is asked, and numbers stand there with signs between them: {@code 0.4 - 0.0411} is a difference. */
    private static boolean isOneSum(String text, Question question) {
        return question.shape().size() == 1 && SUM.matcher(text).matches();
    }

    /** Whether it may be arithmetic: (0.5+0.2)/3. */
    private static boolean isSum(String text) {
        return text.matches("(?s).*[0-9)]\\s*[-+/]\\s*[-+(0-9.].*") && !text.contains(";");
    }

    private static Answer thousand(String written, String joined) {
        return new Answer.Unreadable(
                written, phrase("answer.comma", joined, joined.replace(',', '.'), joined.replace(",", "")));
    }

    private static Answer answer(String written, List<Optional<Digits>> numbers) {
        return numbers.stream().allMatch(Optional::isEmpty) ? Answer.BLANK : new Answer.Numbers(written, numbers);
    }

    private static Answer misshapen(String written, Numbers given, Shape wanted) {
        Optional<Shape> shape = given.shape();
        Phrase here = shape.map(AnswerReader::wanted).orElseGet(() -> phrase("answer.shape.matrix", given.size()));
        Phrase why = phrase("answer.shape", wanted(wanted), example(wanted), here);
        return shape.isEmpty() || given.isBlank()
                ? new Answer.Unreadable(written, why)
                : new Answer.Misshapen(written, shape.get(), given.cells(), why);
    }

    private static Phrase wanted(Shape shape) {
        return shape.size() == 1
                ? phrase("answer.shape.number", 1)
                : shape.rank() == 1
                        ? phrase("answer.shape.vector", shape.dim(0))
                        : phrase("answer.shape.matrix", shape.toString());
    }

    private static String example(Shape shape) {
        return shape.size() == 1
                ? "0.5"
                : shape.rank() == 1 ? "0.5, 0.25, …" : shape.rank() == 2 ? "0.5, 0.25; 1, 2; …" : "[[[0.5, …], …], …]";
    }

    private Answer formula(String written, String text, Question question) {
        try {
            boolean one = question.shape().size() == 1;
            Quantity whole = (one ? names.readOne(text) : names.read(text)).quantity();
            Quantity quantity = element(whole, question.quantity());
            Shape shape = quantity.shape(model);
            if (ownName.isIn(whole, question.quantity())) {
                return new Answer.Unreadable(written, phrase("answer.itself", shortened(text)));
            } else if (!shape.equals(question.shape())
                    && !(shape.size() == 1 && question.shape().size() == 1)) {
                Phrase here = phrase("answer.shape.formula", wanted(shape));
                Phrase why = phrase("answer.shape", wanted(question.shape()), example(question.shape()), here);
                return new Answer.Misshapen(written, shape, List.of(), why);
            }
            return new Answer.Formula(written, quantity);
        } catch (SourceError trouble) {
            Optional<Phrase> product =
                    PRODUCT.contains(trouble.phrase().key()) ? Optional.of(phrase("answer.product")) : Optional.empty();
            Phrase why = trouble.advice()
                    .or(() -> product)
                    .map(advice -> phrase("answer.formula.advice", trouble.phrase(), advice))
                    .orElseGet(() -> phrase("answer.formula", trouble.phrase()));
            return new Answer.Unreadable(written, why);
        } catch (OperandException trouble) {
            Phrase why = new Phrase("op", trouble.key(), trouble.arguments());
            return new Answer.Unreadable(written, phrase("answer.formula", why));
        }
    }

    /** Of a formula for a whole value the element that is asked: of 1/(1 + exp(-z)) the first for h₁. */
    private Quantity element(Quantity formula, Quantity asked) {
        if (asked.expression() instanceof Syntax.Index index) {
            Shape whole = new Quantity(asked.source(), index.base()).shape(model);
            if (whole.size() > 1 && formula.shape(model).equals(whole)) {
                Syntax.Expression all = formula.expression();
                return new Quantity(formula.source(), new Syntax.Index(all, index.items(), all.span()));
            }
        }
        return formula;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Phrase phrase(String key, Object... arguments) {
        return Phrase.of("homework", key, arguments);
    }
}

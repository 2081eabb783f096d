package chainstep.lang;

import chainstep.graph.Program;
import chainstep.math.Rational;
import chainstep.words.Phrase;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names defined so far, each with its latest node, and those that are plain numbers. */
final class Scope {
    /** What is known without being defined, unless the file gives the name another meaning. */
    private static final Map<String, Rational> CONSTANTS =
            Map.of("pi", Rational.of(StrictMath.PI), "π", Rational.of(StrictMath.PI));

    /** An element as people write it by hand: {@code W_12}, {@code W₁₂}. */
    private static final Pattern ELEMENT = Pattern.compile("(.+?)(?:_(?=[1-9])|(?=[₁-₉]))([1-9₁-₉]{1,2})");

    private static final Set<String> NOT_NUMBERS = Set.of("nan", "NaN", "inf", "Inf", "infty", "Infinity", "infinity");

    private final Map<String, Integer> nodes;
    private final Map<String, Rational> numbers = new HashMap<>();
    /** The lines that define each name anywhere in the file. */
    private final Map<String, Integer> lines;
    /** Where a name's earlier versions are known: once the model is finished. */
    private final Optional<Program> program;

    /** @param lines for each name that the file defines, the first line that does */
    Scope(Map<String, Integer> lines) {
        this.nodes = new LinkedHashMap<>();
        this.lines = lines;
        this.program = Optional.empty();
    }

    private Scope(Model model) {
        this.nodes = model.names();
        this.lines = Map.of();
        this.program = Optional.of(model.program());
    }

    /** The names of a finished model; nothing more can be defined. */
    static Scope of(Model model) {
        return new Scope(model);
    }

    void define(String name, int node) {
        nodes.put(name, node);
        numbers.remove(name);
    }

    /** Defines a name that stands for one exact number. */
    void define(String name, int node, Rational number) {
        nodes.put(name, node);
        numbers.put(name, number);
    }

    OptionalInt find(String name) {
        if (Primes.in(name)) {
            return program.map(known -> Primes.find(known, name)).orElse(OptionalInt.empty());
        }
        Integer node = nodes.get(name);
        return node == null ? OptionalInt.empty() : OptionalInt.of(node);
    }

    /** Whether a name is what other languages call a number that is not finite. */
    static boolean isInfinite(String name) {
        return NOT_NUMBERS.contains(name);
    }

    /** What to say of a name that stands for nothing. */
    SourceError unknown(Source source, Syntax.Name name) {
        String text = name.text();
        if (NOT_NUMBERS.contains(text)) {
            return SourceError.at(source, name.span(), "name.infinite", text);
        } else if (lines.containsKey(text)) {
            return SourceError.at(source, name.span(), "name.later", text, lines.get(text));
        }
        SourceError error = SourceError.at(source, name.span(), "name.unknown", text);
        if (Lexicon.kind(text) != Lexicon.Kind.NONE) {
            return error.hint("hint.name.function", text);
        }
        if (text.equals("e")) {
            return error.hint("hint.name.e");
        }
        Matcher element = ELEMENT.matcher(text);
        if (element.matches() && nodes.containsKey(element.group(1))) {
            return error.hint("hint.name.element", element.group(1) + fromZero(element.group(2)));
        }
        return isDifferential(text) ? error.hint("hint.name.gradient") : error.nearest(text, known(text));
    }

    /** The names that may be meant: of one with primes, all its versions. */
    private Set<String> known(String text) {
        String name = text.substring(0, Primes.end(text));
        Set<String> known = new TreeSet<>(nodes.keySet());
        if (Primes.in(text) && program.isPresent()) {
            program.get().versions(name).forEach(node -> known.add(Primes.shown(program.get(), node)));
        }
        return known;
    }

    /** Subscripts, which count from one, as indices, which count from zero: {@code [0, 1]} for {@code ₁₂}. */
    private static String fromZero(String subscripts) {
        return Normalizer.normalize(subscripts, Normalizer.Form.NFKC)
                .chars()
                .mapToObj(digit -> String.valueOf(digit - '1'))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Whether mathematics writes a differential so: {@code dE}, {@code ∂W}. */
    private boolean isDifferential(String text) {
        int first = text.codePointAt(0);
        return first == '∂'
                || first == '∇'
                || first == 'd'
                        && text.length() > 1
                        && (Character.isUpperCase(text.charAt(1)) || nodes.containsKey(text.substring(1)));
    }

    /** What to say of a part that a value has not. */
    SourceError unknown(Source source, Syntax.Part part, Set<String> names) {
        String line = part.of().text() + ".";
        Set<String> known = new TreeSet<>();
        names.stream().filter(name -> name.startsWith(line)).forEach(name -> known.add(name.substring(line.length())));
        SourceError error = SourceError.at(
                source, part.member().span(), "member.unknown", part.member().text());
        Optional<Phrase> pasted = PastedCode.member(part.member().text());
        if (pasted.isPresent()) {
            return error.hint(pasted.get());
        }
        return known.isEmpty() || !nodes.containsKey(part.of().text())
                ? error.hint("hint.member")
                : error.hint("hint.member.inner", part.of().text(), String.join(", ", known));
    }

    /** The exact number a name stands for, if it stands for one. */
    Optional<Rational> number(String name) {
        return Optional.ofNullable(nodes.containsKey(name) ? numbers.get(name) : CONSTANTS.get(name));
    }

    Map<String, Integer> nodes() {
        return nodes;
    }
}

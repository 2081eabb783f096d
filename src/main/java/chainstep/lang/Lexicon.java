package chainstep.lang;

import chainstep.grad.OptimizerKind;
import chainstep.grad.ScheduleKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that stand before a bracket, with what they take: what an editor proposes. */
public final class Lexicon {
    private static final Set<String> RULES = Stream.concat(
                    Arrays.stream(OptimizerKind.values()).map(OptimizerKind::word),
                    Arrays.stream(ScheduleKind.values()).map(ScheduleKind::word))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> SIGNATURES = signatures();

    private Lexicon() {}

    /** What a word is for. */
    public enum Kind {
        /** Gives a line its numbers: {@code param}, {@code data}. */
        LEAF,
        INITIALISER,
        DIRECTIVE,
        FUNCTION,
        /** An optimiser, or the schedule of its rate. */
        OPTIMISER,
        /** Known in {@code expect}, watches and conditions. */
        QUANTITY,
        /** No word of the language. */
        NONE
    }

    /**
     * One word.
     *
     * @param takes its arguments, with what they are where unsaid: {@code x, slope=0.01}
     */
    public record Word(String name, Kind kind, String takes) {}

    /** All words, in the order of the alphabet. */
    public static List<Word> words() {
        Set<String> names = new TreeSet<>(Functions.names());
        Stream.of(
                        Leaves.NAMES,
                        DataLeaves.NAMES,
                        Leaves.INITIALISERS,
                        Directives.NAMES,
                        RULES,
                        QuantityFunctions.NAMES,
                        Set.of("gradient"))
                .forEach(names::addAll);
        return names.stream()
                .map(name -> new Word(name, kind(name), SIGNATURES.getOrDefault(name, "")))
                .toList();
    }

    /** What a word is for; a word that is several is the first of them in the order of {@link Kind}. */
    public static Kind kind(String name) {
        if (Leaves.NAMES.contains(name) || DataLeaves.NAMES.contains(name)) {
            return Kind.LEAF;
        } else if (Leaves.INITIALISERS.contains(name)) {
            return Kind.INITIALISER;
        } else if (Directives.NAMES.contains(name)) {
            return Kind.DIRECTIVE;
        } else if (Functions.named(name) != null || name.equals("gradient")) {
            return Kind.FUNCTION;
        } else if (RULES.contains(name)) {
            return Kind.OPTIMISER;
        }
        return QuantityFunctions.NAMES.contains(name) ? Kind.QUANTITY : Kind.NONE;
    }

    /** What a word takes, where it is a word of the language. */
    static Optional<String> takes(String name) {
        return Optional.ofNullable(SIGNATURES.get(name));
    }

    private static Map<String, String> signatures() {
        String file = "/chainstep/lang/signatures.properties";
        Properties lines = new Properties();
        try (Reader text = new InputStreamReader(Lexicon.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, lines::getProperty));
    }
}

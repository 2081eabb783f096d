package chainstep.homework.mistake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Finding;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.math.Digits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Slips of the worked examples are recognised, and random numbers accuse nobody; the table is docs/mistakes.md. */
class MistakesGoldenTest {
    private static final Path TABLE = Path.of("docs/mistakes.md");
    private static final int RANDOM_NUMBERS = 20;

    /** Notation of the derivations and of the file, which no sentence holds. */
    private static final Pattern INTERNAL = Pattern.compile("\\bvia |, use \\d|grad\\(|, by |[{}]");

    private static final String HEAD = """
            # Slips recognised

            Written by a test (`MistakesGoldenTest`). Each wrong number is given to 4 significant digits, or as many as tell it
            from the right one, and nothing else is known of the student. *place*: which finding names the slip, simplest first
            (–: none does); *findings*: how many there are; *names*: the codes of that finding, all of which yield one number;
            *chance*: of meeting a candidate as simple by accident: above 1 % nobody is accused, the finding is only
            "consistent with". Random wrong numbers are drawn log-normal (σ from 0.1 to 2) round the right one, to 4 digits.

            """;
    private static final double[] SPREADS = {0.1, 0.3, 1, 2};

    /** A slip looked for: at which place a finding has its code, from 1; 0 where none has. */
    private record Looked(Slips slip, int place, List<Finding> findings) {
        Optional<Finding> found() {
            return place == 0 ? Optional.empty() : Optional.of(findings.get(place - 1));
        }

        boolean accuses() {
            return found().filter(one -> one.strength() == Finding.Strength.MATCH)
                    .isPresent();
        }
    }

    private final Map<String, Prepared> prepared = new LinkedHashMap<>();

    private record Prepared(Worked worked, Diagnosis diagnosis, Map<String, Integer> numbers) {}

    private Prepared prepare(String sample, List<Slips> slips) throws IOException {
        Model model = ChainReader.read(Path.of("samples/worked/" + sample + ".chain"));
        Assignment assignment = new Assignment(model, List.of());
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Question> questions = new ArrayList<>();
        for (Slips slip : slips) {
            if (slip.sample().equals(sample) && !numbers.containsKey(slip.quantity())) {
                numbers.put(slip.quantity(), questions.size());
                questions.add(assignment.question(slip.quantity()));
            }
        }
        Worked worked = Worked.of(new Assignment(model, questions));
        return new Prepared(worked, new Diagnosis(worked), numbers);
    }

    @Test
    void slips_are_recognised_and_random_numbers_accuse_nobody() throws IOException {
        List<Slips> slips = Slips.all();
        assertThat(slips).hasSizeGreaterThan(200);
        List<Looked> looked = new ArrayList<>();
        for (Slips slip : slips) {
            if (!prepared.containsKey(slip.sample())) {
                prepared.put(slip.sample(), prepare(slip.sample(), slips));
            }
            Prepared at = prepared.get(slip.sample());
            List<Finding> findings = at.diagnosis().of(at.numbers().get(slip.quantity()), slip.written(), Map.of());
            int place = IntStream.range(0, findings.size())
                    .filter(k -> findings.get(k).codes().contains(slip.code()))
                    .findFirst()
                    .orElse(-1);
            looked.add(new Looked(slip, place + 1, findings));
        }
        assertThat(texts(looked)).hasSizeGreaterThan(1000).noneMatch(INTERNAL.asPredicate());
        int[] accused = accused();
        String table = table(looked, accused);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(TABLE, table, UTF_8);
        }
        assertThat(share(looked.stream().filter(one -> one.place() > 0).count(), looked.size()))
                .as("found")
                .isGreaterThanOrEqualTo(0.95);
        assertThat(share(looked.stream().filter(one -> one.place() == 1).count(), looked.size()))
                .as("first")
                .isGreaterThanOrEqualTo(0.8);
        assertThat(share(accused[0], accused[1])).as("accused").isLessThanOrEqualTo(0.01);
        assertThat(Files.readString(TABLE, UTF_8)).isEqualTo(table);
        assertThat(System.getProperty("golden", "")).isNotEqualTo("write");
    }

    /** What every finding says, in both languages. */
    private static List<String> texts(List<Looked> looked) {
        return looked.stream()
                .flatMap(one -> one.findings().stream())
                .flatMap(finding -> finding.slips().stream())
                .flatMap(slip -> Stream.of(Locale.ENGLISH, Locale.CHINESE).map(slip.explanation()::in))
                .toList();
    }

    private static double share(long part, long all) {
        return (double) part / all;
    }

    /** How many of how many random wrong numbers are taken for a slip. */
    private int[] accused() {
        Random random = new Random(4);
        int[] count = new int[2];
        prepared.forEach((sample, at) -> at.numbers().values().forEach(question -> {
            double[] right = at.worked().exact(question).toArray();
            for (int n = 0; n < RANDOM_NUMBERS && right.length == 1 && right[0] != 0; n++) {
                double wrong = right[0] * StrictMath.exp(SPREADS[n % SPREADS.length] * random.nextGaussian());
                Digits written = Slips.rounded(wrong, right[0], 1, 4);
                List<Finding> findings = at.diagnosis().of(question, List.of(Optional.of(written)), Map.of());
                count[1]++;
                if (findings.stream().anyMatch(finding -> finding.strength() == Finding.Strength.MATCH)) {
                    count[0]++;
                }
            }
        }));
        return count;
    }

    private static String table(List<Looked> looked, int[] accused) {
        StringBuilder text = new StringBuilder(HEAD);
        long found = looked.stream().filter(one -> one.place() > 0).count();
        long first = looked.stream().filter(one -> one.place() == 1).count();
        long matches = looked.stream().filter(Looked::accuses).count();
        int all = looked.size();
        say(text, "- found: %d of %d (%.1f %%)%n", found, all, 100 * share(found, all));
        say(text, "- in the first finding: %d (%.1f %%)%n", first, 100 * share(first, all));
        say(
                text,
                "- said with a chance of accident of at most 1 %%: %d (%.1f %%)%n",
                matches,
                100 * share(matches, all));
        say(
                text,
                "- random wrong numbers accused: %d of %d (%.2f %%)%n%n",
                accused[0],
                accused[1],
                100 * share(accused[0], accused[1]));
        text.append("| case | slip | asked | place | findings | names | chance |\n|---|---|---|---|---|---|---|\n");
        looked.forEach(one -> row(text, one));
        return text.toString();
    }

    private static void row(StringBuilder text, Looked one) {
        List<String> others =
                one.findings().isEmpty() ? List.of() : one.findings().get(0).codes();
        say(
                text,
                "| %s | %s | `%s` | %s | %d | %s | %s |%n",
                one.slip().sample(),
                one.slip().id(),
                one.slip().quantity(),
                one.place() == 0 ? "–" : String.valueOf(one.place()),
                one.findings().size(),
                one.found().map(f -> String.join(" ", f.codes())).orElse(others.isEmpty() ? "" : others.toString()),
                one.found().map(f -> chance(f.chance())).orElse(""));
    }

    private static String chance(double chance) {
        return chance == 1 ? "too few digits" : String.format(Locale.ROOT, "%.2f %%", 100 * chance);
    }

    private static void say(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments));
    }
}

package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainstep.words.Phrase;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of message of the language is shown by a file that is broken on purpose, and says what the file's first line states. */
class BrokenSamplesTest {
    private static final Path BROKEN = Path.of("samples/broken");
    private static final int SAMPLES = 213;
    private static final int KINDS = 191;
    private static final int DATA_FILES = 26;
    private static final String MEGABYTES = "needs a file of megabytes: ";
    private static final String EDIT = "is said of a change made while debugging: RewriteTest";
    private static final String WARNING = "is a warning, and the file is read: FileTest";
    private static final String INSIDE = "no line of a file leads there: OpMessagesTest";

    /** The messages that no broken sample shows, and why. */
    private static final String SAMPLE = "told when a sample is picked from outside the text: SampleTest";

    private static final String NUMBER = "told when a number is changed from outside the text: NumberEditTest";

    private static final String ASKED = "told of rows that a trained model is asked about: CsvTroubleTest";

    private static final Map<String, String> UNSHOWN = Map.ofEntries(
            Map.entry("data rows.width", ASKED),
            Map.entry("data csv.width", ASKED),
            Map.entry("lang file.large", MEGABYTES + "MessagesTest"),
            Map.entry("lang file.lines", MEGABYTES + "MessagesTest"),
            Map.entry("lang file.tokens", MEGABYTES + "MessagesTest"),
            Map.entry("lang data.sample", SAMPLE),
            Map.entry("lang sample.none", SAMPLE),
            Map.entry("lang data.short", WARNING),
            Map.entry("lang class.sum", WARNING),
            Map.entry("lang train.data", WARNING),
            Map.entry("lang minimize.idle", WARNING),
            Map.entry("lang edit.computed", NUMBER),
            Map.entry("lang edit.data", NUMBER),
            Map.entry("lang edit.large", NUMBER),
            Map.entry("lang quantity.many", "needs a file of very many questions: FuzzTest"),
            Map.entry("op program.nodes", MEGABYTES + "ProgramBuilder counts"),
            Map.entry("op run.memory", "depends on the memory of the machine"),
            Map.entry("op run.memory.full", "depends on the memory of the machine"),
            Map.entry("op report.steps", "of the step command: StepCommandTest"),
            Map.entry("op report.lines", "of the step command: StepCommandTest"),
            Map.entry("op program.replaced.shape", EDIT),
            Map.entry("op rewrite.element", EDIT),
            Map.entry("op rewrite.finite", EDIT),
            Map.entry("op rewrite.term", EDIT),
            Map.entry("op rewrite.operand", EDIT),
            Map.entry("op rewrite.later", EDIT),
            Map.entry("op rewrite.leaf", EDIT),
            Map.entry("op operands.count", INSIDE),
            Map.entry("op operands.same", INSIDE),
            Map.entry("op total.shapes", INSIDE),
            Map.entry("op slice.shape", INSIDE),
            Map.entry("data batch.empty", "every kind of data has a row: BatchesTest"),
            Map.entry("data split.percent", "train.split says it first: SplitTest"),
            Map.entry("data file.name", "every text is a file's name on Linux"),
            Map.entry("data file.special", "there are no devices in the project: CsvTroubleTest"),
            Map.entry("data file.unreadable", "depends on who reads"),
            Map.entry("data file.large", MEGABYTES + "CsvTroubleTest"),
            Map.entry("data csv.long", MEGABYTES + "CsvTroubleTest"),
            Map.entry("data csv.cells", MEGABYTES + "CsvTroubleTest"),
            Map.entry("data csv.wide", MEGABYTES + "CsvTroubleTest"));

    @Test
    void every_broken_sample_is_refused_as_its_first_line_says() throws IOException {
        List<String> others = new ArrayList<>();
        List<Path> samples = samples();
        for (Path sample : samples) {
            SourceError error = error(sample);
            String said = "# " + error.span() + ": " + error.message(Locale.ENGLISH);
            if (!error.source().line(1).equals(said)) {
                others.add(sample + "\n  states " + error.source().line(1) + "\n  says   " + said);
            }
        }
        assertThat(others).isEmpty();
        assertThat(samples).hasSize(SAMPLES);
    }

    @Test
    void every_message_is_shown_by_a_broken_sample_or_cannot_be() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path sample : samples()) {
            Phrase phrase = error(sample).phrase();
            shown.add(phrase.room() + " " + phrase.key());
        }
        assertThat(shown).doesNotContainAnyElementsOf(UNSHOWN.keySet());
        Set<String> accounted = new TreeSet<>(shown);
        accounted.addAll(UNSHOWN.keySet());
        assertThat(accounted).isEqualTo(messages());
        assertThat(shown).hasSize(KINDS);
    }

    @Test
    void every_message_is_told_in_chinese_too() throws IOException {
        for (Path sample : samples()) {
            SourceError error = error(sample);
            assertThat(error.message(Locale.CHINESE)).as(sample.toString()).matches(BrokenSamplesTest::hasChinese);
            error.hint(Locale.CHINESE)
                    .ifPresent(hint -> assertThat(hint)
                            .as(sample.toString())
                            .isNotEqualTo(error.hint(Locale.ENGLISH).orElseThrow())
                            .doesNotContain("{"));
        }
    }

    @Test
    void no_message_depends_on_where_the_samples_lie() throws IOException {
        for (Path sample : samples()) {
            assertThat(error(sample).message(Locale.ENGLISH)).doesNotContain("samples");
        }
    }

    @Test
    void no_data_file_lies_beside_them_unused() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path sample : samples()) {
            all.append(error(sample).source().text());
        }
        Set<String> unused = new HashSet<>();
        try (Stream<Path> files = Files.list(BROKEN.resolve("data"))) {
            files.map(file -> "data/" + file.getFileName()).forEach(unused::add);
        }
        assertThat(unused).hasSize(DATA_FILES);
        unused.removeIf(name -> all.indexOf("\"" + name + "\"") >= 0);
        assertThat(unused).isEmpty();
    }

    private static boolean hasChinese(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    /** The keys of all sentences that are no advice. */
    private static Set<String> messages() {
        Set<String> keys = new TreeSet<>();
        for (String room : List.of("lang", "op", "data")) {
            Words.of(room, Locale.ENGLISH).keys().stream()
                    .filter(key -> !key.startsWith("hint.") && !key.equals("suggest"))
                    .forEach(key -> keys.add(room + " " + key));
        }
        return keys;
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.filter(file -> file.toString().endsWith("-broken.chain"))
                    .sorted()
                    .toList();
        }
    }

    private static SourceError error(Path sample) {
        SourceError error = catchThrowableOfType(SourceError.class, () -> ChainReader.read(sample));
        assertThat(error).as(sample.toString()).isNotNull();
        return error;
    }
}

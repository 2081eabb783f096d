package chainstep.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whole derivations, word for word, in text, LaTeX and JSON. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/explain");

    /** A derivation and where its numbers are known from. */
    record Case(String name, String file, String oracle) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String DIFFERENCES = "central differences of the forward pass, printed beside each gradient";

    static List<Case> cases() {
        return List.of(
                new Case("mazur", "samples/mazur.chain", "the numbers of Mazur's post, which the file expects"),
                new Case(
                        "cs231n_sigmoid_circuit",
                        "samples/worked/cs231n_sigmoid_circuit.chain",
                        "the numbers of the CS231n notes, which the file expects"),
                new Case("softmax_batch", FOLDER + "/softmax_batch.chain", DIFFERENCES),
                new Case(
                        "convolution", "samples/lectures/lenet_small.chain", "the file's expectations; " + DIFFERENCES),
                new Case(
                        "lstm",
                        "samples/worked/lstm_gomez.chain",
                        "the numbers of Gomez's post, which the file expects"),
                new Case("batch_norm", FOLDER + "/batch_norm.chain", DIFFERENCES),
                new Case("layer_norm", FOLDER + "/layer_norm.chain", DIFFERENCES),
                new Case("pools", FOLDER + "/pools.chain", DIFFERENCES),
                new Case("strided_convolution", FOLDER + "/strided_convolution.chain", DIFFERENCES));
    }

    static Stream<Case> all() {
        return cases().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_derivation_reads_in_english_as_written(Case one) throws IOException {
        compare(one, ".en.txt", text(one, Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_derivation_reads_in_chinese_as_written(Case one) throws IOException {
        compare(one, ".zh.txt", text(one, Locale.CHINESE));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_derivation_is_typeset_in_english_as_written(Case one) throws IOException {
        compare(one, ".en.tex", typeset(one, Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_derivation_is_typeset_in_chinese_as_written(Case one) throws IOException {
        compare(one, ".zh.tex", typeset(one, Locale.CHINESE));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_derivation_is_data_as_written(Case one) throws IOException {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("oracle", one.oracle());
        page.put(
                "en", Derived.of(one.file()).report(Locale.ENGLISH, Detail.LINE).records());
        page.put(
                "zh", Derived.of(one.file()).report(Locale.CHINESE, Detail.LINE).records());
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(page);
        compare(one, ".json", json.replace("\r\n", "\n") + "\n");
    }

    @Test
    void there_are_nine_derivations_in_five_forms() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> !file.toString().endsWith(".chain")))
                    .hasSize(5 * cases().size());
        }
    }

    private static String typeset(Case one, Locale locale) {
        return "% oracle: " + one.oracle() + "\n"
                + Derived.of(one.file()).report(locale, Detail.TERM).latex();
    }

    private static String text(Case one, Locale locale) {
        Derived derived = Derived.of(one.file());
        return "# oracle: " + one.oracle() + "\n\n"
                + derived.report(locale, Detail.LINE).text() + "\n"
                + derived.report(locale, Detail.TERM).text();
    }

    private static void compare(Case one, String suffix, String now) throws IOException {
        Path file = FOLDER.resolve(one.name() + suffix);
        if (System.getProperty("golden", "read").equals("write")) {
            Files.writeString(file, now);
            fail("rewrote " + file + ": read it");
        }
        assertThat(now).isEqualTo(Files.readString(file));
    }
}

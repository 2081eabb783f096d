package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How each operation and its derivatives are written, word for word. */
class OpGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/op");
    private static final String ORACLE =
            "# oracle: read beside a textbook; OpContractTest proves each derivative by central differences\n";

    static Stream<String> names() {
        return Ops.all().stream().map(op -> op.name()).distinct();
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_operation_is_written_as_in_its_golden(String name) throws IOException {
        String now = Ops.all().stream()
                .filter(op -> op.name().equals(name))
                .flatMap(op -> OpPage.of(op).stream())
                .collect(Collectors.joining("\n", ORACLE + "\n", ""));
        Path file = FOLDER.resolve(name + ".txt");
        if (System.getProperty("golden", "read").equals("write")) {
            Files.writeString(file, now);
            fail("rewrote " + file + ": read it");
        }
        assertThat(file).as("every operation has a golden").exists();
        assertThat(now).isEqualTo(Files.readString(file));
    }

    @Test
    void there_is_a_golden_for_every_operation_and_no_other() throws IOException {
        Set<String> expected = names().map(name -> name + ".txt").collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSizeGreaterThan(60)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}

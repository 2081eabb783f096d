package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.graph.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PrimesTest {
    private static final String TEXT = """
            x = param([1.0, -2.0])
            x = relu(x)
            x = x * x
            y = x + x[0]
            L = sum(y)
            minimize(L, sgd(lr=0.1))
            """;

    private final Model model = ChainReader.read(Source.of("test", TEXT), Path.of(""));
    private final Program program = model.program();

    private int node(String quantity) {
        return model.quantity(quantity)
                .append(model, (iteration, other) -> {
                    throw new AssertionError(other.text());
                })
                .node();
    }

    private int gradient(int version) {
        return program.gradient(program.loss().orElseThrow(), version).orElseThrow();
    }

    @Test
    void primes_name_the_versions_of_a_name_given_again() {
        List<Integer> versions = program.versions("x");
        assertThat(versions).hasSize(3);
        assertThat(List.of("x′", "x'", "x’")).allMatch(name -> node(name) == versions.get(1));
        assertThat(List.of("x″", "x′′", "x''", "x")).allMatch(name -> node(name) == versions.get(2));
        assertThat(node("grad(x')")).isEqualTo(gradient(versions.get(1)));
    }

    @Test
    void first_is_what_a_name_stood_for_before_it_was_given_again() {
        int first = program.versions("x").get(0);
        assertThat(node("first(x)")).isEqualTo(first);
        assertThat(node("grad(first(x))")).isEqualTo(gradient(first));
        assertThat(node("new(first(x))")).isEqualTo(program.next(first).orElseThrow());
        assertThat(node("first(y)")).isEqualTo(node("y"));
    }

    @Test
    void each_version_is_written_so_that_it_is_read_again() {
        for (int version : program.versions("x")) {
            assertThat(node(Primes.written(program, version))).isEqualTo(version);
        }
        assertThat(Primes.written(program, node("y"))).isEqualTo("y");
    }

    @Test
    void a_quantity_tells_which_version_it_means() {
        assertThat(Primes.told(program, "x + y - x' + first(x) + x″[0]")).isEqualTo("x′′ + y - x′ + first(x) + x′′[0]");
    }

    @Test
    void quotes_are_primes_only_behind_a_name() {
        assertThat(Primes.typed("state(W, 'm') + x' + y''[0] + z_1'")).isEqualTo("state(W, 'm') + x′ + y′′[0] + z_1′");
        assertThat(Primes.typed("state(W, ‘m’) + \"a'\"")).isEqualTo("state(W, ‘m’) + \"a'\"");
    }

    @Test
    void a_version_that_is_none_is_unknown() {
        assertThatThrownBy(() -> node("x'''"))
                .isInstanceOfSatisfying(
                        SourceError.class,
                        error -> assertThat(error.render(Locale.ENGLISH)).contains("did you mean `x′′`?"));
    }

    @Test
    void no_line_of_a_file_has_primes() {
        for (String line : List.of("x′ = 1\n", "y = x′ + 1\n", "expect(x′, [1, 0])\n")) {
            assertThatThrownBy(() -> ChainReader.read(Source.of("test", TEXT + line), Path.of("")))
                    .as(line)
                    .isInstanceOfSatisfying(
                            SourceError.class,
                            error -> assertThat(error.phrase().key()).isEqualTo("sign.unknown"));
        }
    }
}

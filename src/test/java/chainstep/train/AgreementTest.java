package chainstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static Course course() throws IOException {
        return Course.of(Source.read(Path.of("samples/spiral.chain")), Path.of("samples"));
    }

    private static Agreement of(String engine) throws IOException {
        Course course = course();
        Session session = new EjmlEngine().open(course.program(), List.of(), List.of());
        return Agreement.of(course, Engines.named(engine).orElseThrow(), session.snapshot());
    }

    @Test
    void the_reference_agrees_with_itself_to_the_bit() throws IOException {
        assertThat(of("ejml").worst()).isZero();
        assertThat(of("ejml").parameters())
                .extracting(Agreement.Parameter::name)
                .containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
    }

    @Test
    void engines_agree_to_the_bounds_of_their_precision() throws IOException {
        assertThat(of("jvm").worst()).isLessThanOrEqualTo(1e-12);
        assertThat(of("jvm32").worst()).isBetween(1e-9, 1e-5);
    }
}

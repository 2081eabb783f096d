package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.look.Look;
import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** A formula that is too long for a head goes on in a second line. */
class HeadingTest {
    @Test
    void what_fits_is_in_one_line() {
        assertThat(Heading.lines("W h + b", 42, 120)).containsExactly("W h + b");
    }

    @Test
    void a_longer_one_breaks_before_an_operator() {
        assertThat(Heading.lines("W[1, :]ᵀ s0 + b₂", 72, 96)).containsExactly("W[1, :]ᵀ s0", "+ b₂");
    }

    @Test
    void it_breaks_outside_brackets_where_the_rest_still_fits() {
        assertThat(Heading.lines("a·b − (W h + b)", 70, 96)).containsExactly("a·b", "− (W h + b)");
        assertThat(Heading.lines("a·b − (W h + b) c d e f", 70, 70)).containsExactly("a·b − (W h", "+ b) c d e f");
    }

    @Test
    void a_function_stays_with_what_it_is_of() {
        assertThat(Heading.lines("x y + relu(W h)", 72, 96)).containsExactly("x y", "+ relu(W h)");
    }

    @Test
    void a_word_that_cannot_be_broken_stays_in_one_line() {
        assertThat(Heading.lines("logsumexponential", 66, 96)).containsExactly("logsumexponential");
    }

    @Test
    void the_captions_of_a_hopfield_network_are_whole() {
        Drawn drawn = Drawn.of("lectures/hopfield.chain");
        Picture small = drawn.small();
        assertThat(small.plan().form().isDense()).isTrue();
        FontMetrics metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(Look.words(10.5f));
        for (String name : new String[] {"E0", "f1", "s1", "E1", "f2", "s2", "E2", "f3", "s3", "E3"}) {
            Face face = small.faces().get(drawn.node(name));
            assertThat(face.rule()).as(name).hasSize(2);
            assertThat(metrics.stringWidth(face.rule().get(1))).as(name).isLessThan((int)
                    (face.width() - 2 * Face.PAD));
        }
    }
}

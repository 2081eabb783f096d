package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Op;
import chainstep.graph.OperandException;
import chainstep.math.Shape;
import chainstep.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Operands an operation cannot take are refused with a sentence, in both languages. */
class OpMessagesTest {
    private static final Pattern KEY = Pattern.compile("OperandException\\(\\s*\"([a-z0-9_.]+)\"");

    @Test
    void every_refusal_of_an_operation_has_its_sentence() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/chainstep"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(35);
        assertThat(Words.of("op", Locale.ENGLISH).keys()).containsAll(used);
    }

    @Test
    void random_operands_are_taken_or_refused_in_words() {
        SplittableRandom random = new SplittableRandom(2);
        int taken = 0;
        Set<String> refused = new TreeSet<>();
        for (Op op : Ops.all()) {
            for (int trial = 0; trial < 400; trial++) {
                List<Shape> shapes = shapes(random);
                try {
                    Shape shape = op.shape(shapes);
                    assertFits(op.nests(shapes), shapes, shape);
                    taken++;
                } catch (OperandException trouble) {
                    refused.add(trouble.key());
                    assertThat(said(trouble, Locale.ENGLISH)).doesNotContain("null", "[I@");
                    assertThat(said(trouble, Locale.CHINESE)).isNotBlank();
                }
            }
        }
        assertThat(taken).isGreaterThan(5_000);
        assertThat(refused).hasSizeGreaterThan(20);
    }

    private static void assertFits(Nests nests, List<Shape> shapes, Shape shape) {
        assertThat(nests.inputs()).isEqualTo(shapes);
        assertThat(nests.shapeOf(nests.result())).isEqualTo(shape);
        for (Nest nest : nests.list()) {
            assertThat(nest.target().rank()).isEqualTo(nests.shapeOf(nest.out()).rank());
            assertThat(nest.target().domainRank()).isEqualTo(nest.domain().size());
            for (Nest.Read read : nest.reads()) {
                assertThat(read.map().rank())
                        .isEqualTo(nests.shapeOf(read.array()).rank());
                assertThat(read.map().domainRank()).isEqualTo(nest.domain().size());
            }
        }
    }

    private static List<Shape> shapes(SplittableRandom random) {
        List<Shape> shapes = new ArrayList<>();
        int count = random.nextInt(4);
        for (int k = 0; k < count; k++) {
            shapes.add(
                    k > 0 && random.nextInt(3) == 0
                            ? shapes.get(0)
                            : Shape.of(random.ints(random.nextInt(5), 1, 5).toArray()));
        }
        return shapes;
    }

    private static String said(OperandException trouble, Locale locale) {
        return Words.of("op", locale).say(trouble.key(), trouble.arguments().toArray());
    }

    @Test
    void a_product_says_which_extents_differ() {
        assertRefused(
                () -> MatMul.PLAIN.shape(List.of(Shape.of(2, 3), Shape.of(2, 3))),
                "`@` cannot multiply 2×3 by 2×3: the left operand has 3 columns, the right one 2 rows;"
                        + " a transpose (`.T`) may be missing");
    }

    @Test
    void a_broadcast_beyond_all_sizes_is_refused() {
        assertRefused(
                () -> new Add().shape(List.of(Shape.of(10_000, 1), Shape.of(10_000))),
                "`add` would give an array of 10000×10000; an array has at most 4 axes and 16777216 numbers,"
                        + " and no empty axis");
    }

    @Test
    void a_loss_does_not_broadcast() {
        assertRefused(
                () -> new Mse(Reduction.MEAN).shape(List.of(Shape.of(4, 1), Shape.of(4))),
                "`mse` compares a prediction and a target of one shape, and got 4×1 and 4; `reshape` one of them");
    }

    @Test
    void an_index_outside_is_refused() {
        assertRefused(
                () -> Slice.of(Shape.of(2, 3), List.of(new Subscript.Index(-3))),
                "the index -3 is outside axis 0, which has 2 elements (shape 2×3); counting starts at 0");
    }

    @Test
    void a_slice_is_refused_when_empty_or_without_step_or_too_long() {
        Subscript nothing = new Subscript.Range(OptionalInt.of(2), OptionalInt.of(1), OptionalInt.empty());
        Subscript still = new Subscript.Range(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(0));
        Shape three = Shape.of(3);
        assertRefused(
                () -> Slice.of(three, List.of(nothing)),
                "the slice of axis 0 is empty: the axis has 3 elements (shape 3)");
        assertRefused(() -> Slice.of(three, List.of(still)), "the step of a slice cannot be 0");
        assertRefused(
                () -> Slice.of(three, List.of(Subscript.Range.ALL, Subscript.Range.ALL)),
                "there are more indices (2) than a value of shape 3 has axes");
    }

    @Test
    void a_reshape_says_how_many_numbers_there_are() {
        assertRefused(
                () -> Reshape.of(Shape.of(2, 3), 4, -1),
                "the 6 numbers of a value of shape 2×3 cannot be reshaped to 4×-1");
    }

    @Test
    void layers_refuse_parameters_and_kernels_that_do_not_fit() {
        assertRefused(
                () -> new Conv2d(0, 0),
                "`conv2d` needs a `stride` from 1 and a `pad` from 0, both up to 1000000, not 0 and 0");
        assertRefused(
                () -> new Conv2d(1, 0).shape(List.of(Shape.of(2, 2), Shape.of(3, 3))),
                "the kernel 3×3 is larger than the image 2×2 with 0 rows and columns of padding");
        assertRefused(() -> new MaxPool2d(0), "a pool needs a window and a stride from 1 to 1000000, not 0 and 0");
    }

    private static void assertRefused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OperandException.class,
                        trouble -> assertThat(said(trouble, Locale.ENGLISH)).isEqualTo(sentence));
    }
}

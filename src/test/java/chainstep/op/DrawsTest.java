package chainstep.op;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.graph.Op;
import chainstep.math.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The random cases of {@link Draws} reach what they are for, and are the same each time. */
class DrawsTest {
    static Stream<Op> operations() {
        return Ops.all().stream();
    }

    private static Stream<Draws.Drawn> drawn() {
        return operations().flatMap(op -> Draws.of(op, OpCase.DRAWS).stream());
    }

    private static Stream<Shape> shapes() {
        return drawn().flatMap(each -> each.shapes().stream());
    }

    private static <T extends Op> Stream<T> of(Class<T> type) {
        return drawn().map(Draws.Drawn::op).filter(type::isInstance).map(type::cast);
    }

    private static boolean broadcasts(Draws.Drawn each) {
        return each.op() instanceof Elementwise
                && each.shapes().stream().distinct().count() > 1;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_takes_what_is_drawn_for_it(Op op) {
        List<Draws.Drawn> drawn = Draws.of(op, 50);
        assertThat(drawn).hasSize(50).allSatisfy(each -> {
            assertThat(each.op()).hasSameClassAs(op);
            each.op().shape(each.shapes());
        });
        assertThat(Draws.of(op, 50)).isEqualTo(drawn);
    }

    @Test
    void all_ranks_are_drawn_and_extents_of_one_among_them() {
        assertThat(shapes().map(Shape::rank).distinct().sorted()).containsExactly(0, 1, 2, 3, 4);
        Predicate<Shape> hasOne = shape -> Arrays.stream(shape.dims()).anyMatch(dim -> dim == 1);
        assertThat(shapes().filter(hasOne)).hasSizeGreaterThan(200);
        assertThat(drawn().filter(DrawsTest::broadcasts)).hasSizeGreaterThan(30);
    }

    @Test
    void parameters_are_drawn_too() {
        assertThat(of(Conv2d.class).distinct()).hasSizeGreaterThan(4);
        assertThat(of(MaxPool2d.class).distinct()).hasSizeGreaterThan(4);
        assertThat(of(Softmax.class).map(Softmax::axis).distinct()).hasSizeGreaterThan(3);
        assertThat(of(Concat.class).map(Concat::axis).distinct()).hasSizeGreaterThan(3);
        assertThat(of(Sum.class).map(Sum::axes).distinct()).hasSizeGreaterThan(5);
        assertThat(of(Slice.class)
                        .flatMap(slice -> slice.picks().stream())
                        .map(Object::getClass)
                        .distinct())
                .hasSize(3);
        assertThat(drawn().filter(each -> each.op() instanceof Total)
                        .map(each -> each.shapes().size()))
                .contains(33);
    }
}

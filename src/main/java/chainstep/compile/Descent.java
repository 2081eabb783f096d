package chainstep.compile;

import chainstep.graph.Formula;
import chainstep.graph.Nest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step down a gradient that is a large product, W − η·(A·B): the product is taken off where the parameters stand, and the gradient is
 * never put in memory.
 *
 * @param product the nest that is the gradient
 * @param scaled the nest that multiplies it by {@code rate}
 * @param step the nest that takes it off
 * @param rate the array that holds η alone
 * @param carry what the parameters are carried by
 */
record Descent(Flow.Loop product, Flow.Loop scaled, Flow.Loop step, int rate, Flow.Carry carry) {

    /** The steps of a flow that can be taken so, once all its other nests have run. */
    static List<Descent> of(Flow flow, ProductText products) {
        List<Descent> descents = new ArrayList<>();
        for (Flow.Carry carry : flow.carries()) {
            maker(flow, carry.next())
                    .flatMap(step -> of(flow, products, carry, step))
                    .ifPresent(descents::add);
        }
        return descents;
    }

    /** A flow without the nests whose work they do. */
    static Flow without(Flow flow, List<Descent> descents) {
        List<Flow.Loop> loops = new ArrayList<>(flow.loops());
        for (Descent descent : descents) {
            loops.removeAll(List.of(descent.product, descent.scaled, descent.step));
        }
        return new Flow(flow.arrays(), loops, flow.carries(), flow.outputs(), flow.kept());
    }

    private static Optional<Descent> of(Flow flow, ProductText products, Flow.Carry carry, Flow.Loop step) {
        int scaled = takenOff(flow, step, carry.leaf());
        boolean mine = scaled >= 0
                && uses(flow, scaled) == 1
                && uses(flow, carry.next()) == 1
                && flow.carries().stream().noneMatch(other -> other.next() == carry.leaf());
        if (!mine) {
            return Optional.empty();
        }
        return maker(flow, scaled)
                .flatMap(times -> scaled(flow, times)
                        .flatMap(read -> maker(
                                        flow, times.nest().reads().get(1 - read).array())
                                .filter(gradient -> uses(flow, gradient.nest().out()) == 1)
                                .filter(products::isWholeCall)
                                .filter(gradient -> readsNoLeaf(flow, gradient))
                                .map(gradient -> new Descent(
                                        gradient,
                                        times,
                                        step,
                                        times.nest().reads().get(read).array(),
                                        carry))));
    }

    /** What it reads must be as it was when another step has been taken. */
    private static boolean readsNoLeaf(Flow flow, Flow.Loop gradient) {
        return gradient.nest().reads().stream()
                .noneMatch(read -> flow.arrays().get(read.array()).kind() == Flow.Kind.CARRIED);
    }

    /** The array that a nest takes off a leaf, one by one; −1 where it does something else. */
    private static int takenOff(Flow flow, Flow.Loop loop, int leaf) {
        Nest nest = loop.nest();
        boolean takes = oneByOne(flow, loop)
                && nest.body() instanceof Formula.Add sum
                && sum.left() instanceof Formula.Input from
                && sum.right() instanceof Formula.Negate negative
                && negative.of() instanceof Formula.Input off
                && from.read() != off.read()
                && nest.reads().get(from.read()).array() == leaf
                && straight(flow, nest, 0)
                && straight(flow, nest, 1);
        return takes
                ? nest.reads().stream()
                        .mapToInt(Nest.Read::array)
                        .filter(array -> array != leaf)
                        .findFirst()
                        .orElse(-1)
                : -1;
    }

    /** Which of its reads a nest multiplies all others by, where it does only that. */
    private static Optional<Integer> scaled(Flow flow, Flow.Loop loop) {
        Nest nest = loop.nest();
        boolean product = oneByOne(flow, loop)
                && nest.body() instanceof Formula.Multiply times
                && times.left() instanceof Formula.Input one
                && times.right() instanceof Formula.Input other
                && one.read() != other.read();
        for (int read = 0; product && read < 2; read++) {
            if (walk(flow, nest, read).stays()
                    && walk(flow, nest, read).offset() == 0
                    && straight(flow, nest, 1 - read)) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    private static boolean oneByOne(Flow flow, Flow.Loop loop) {
        Nest nest = loop.nest();
        return loop.assigns()
                && nest.reads().size() == 2
                && Walk.of(nest.target(), flow.arrays().get(nest.out()).shape(), nest.domain())
                        .isStraight(nest.domain());
    }

    private static boolean straight(Flow flow, Nest nest, int read) {
        return walk(flow, nest, read).isStraight(nest.domain());
    }

    private static Walk walk(Flow flow, Nest nest, int read) {
        Nest.Read its = nest.reads().get(read);
        return Walk.of(its.map(), flow.arrays().get(its.array()).shape(), nest.domain());
    }

    /** The one nest that writes an array. */
    private static Optional<Flow.Loop> maker(Flow flow, int array) {
        List<Flow.Loop> makers =
                flow.loops().stream().filter(loop -> loop.nest().out() == array).toList();
        return makers.size() == 1 ? Optional.of(makers.get(0)) : Optional.empty();
    }

    /** How many want an array. */
    private static long uses(Flow flow, int array) {
        long reads = flow.loops().stream()
                .flatMap(loop -> loop.nest().reads().stream())
                .filter(read -> read.array() == array)
                .count();
        long carries =
                flow.carries().stream().filter(carry -> carry.next() == array).count();
        boolean shown = flow.outputs().contains(array) || flow.kept().contains(array);
        return reads + carries + (shown ? 1 : 0);
    }
}

package chainstep.run;

import chainstep.grad.Gradient;
import chainstep.graph.BrokenOff;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Every gradient of a value against central differences, element by element.
 *
 * <p>Checked are all named values and parameters that {@code of} depends on, and every inner value whose gradient the program
 * computes. An element agrees when |gradient − difference| ≤ tolerance · scale + noise: the scale is the largest magnitude in the
 * tensor's gradient, the noise what rounding does to the difference. Where they disagree and an operation takes another branch within
 * the interval of the difference, the element is at a kink: the function has no derivative there, or the difference reaches over the
 * bend. Several kinks at one element may cancel, so that the value itself does not bend: where the conventions at the kinks do not give
 * its slope, the element is at them all the same; where they do, it agrees. At a kink is also an element where the value jumps; its
 * slopes are those beside the jump. Not checked: derivatives by targets, by numbers written in expressions, and by single terms of a
 * gradient that has several; nor, at a kink, that a gradient which is no slope is the one that the conventions give.
 *
 * @param program the model's program, with the gradients it lacked
 * @param of the value differentiated
 * @param complete false when it was broken off: then the tensors are those checked until then
 */
public record GradientCheck(Program program, int of, List<TensorCheck> tensors, boolean complete) {
    public static final double TOLERANCE = 1e-6;
    public static final int ELEMENTS = 1000;

    /** What became of one element, or the worst that became of a tensor's. */
    public enum Verdict {
        AGREES,
        /** Rounding leaves too little of the difference to compare with: gradients far smaller than the value's own numbers. */
        LOST,
        /** The value is not defined on both sides of the element, so there is no difference. */
        AT_EDGE,
        /** The differences do not settle down to the smallest steps: the value curves too sharply to compare with. */
        TOO_STEEP,
        AT_KINK,
        DISAGREES,
        /** A gradient or the value itself is NaN or infinite. */
        NOT_FINITE
    }

    /** How an element lies to the kinks and jumps of the operations that it changes. */
    public enum Bend {
        /** Not near any, or on some that do not show in the value. */
        NONE,
        /** Beside one, on a smooth piece; the difference reaches over it. */
        BESIDE,
        /** On one: the slopes on both sides differ, and the gradient lies between them. */
        ANGLE,
        /** On some, and the gradient lies outside the two slopes: it comes from what is taken by convention there. */
        OUTSIDE,
        /** On some that cancel: the slope is one, and the gradient, which comes from what is taken by convention there, is not. */
        EVEN,
        /** On one whose slopes cannot be measured: rounding hides them. */
        FAINT,
        /** Where the value jumps. */
        JUMP
    }

    /**
     * One element of a gradient.
     *
     * @param place row-major
     * @param error |gradient − difference| relative to the scale (and to noise/tolerance, where rounding says more)
     * @param left the slope right below the element
     * @param right the slope right above it
     * @param kinks the nodes that bend or jump there: all that bend at the very element, else the first that does beside it
     * @param bend how it lies to them
     */
    public record ElementCheck(
            int place,
            double gradient,
            double difference,
            double error,
            double left,
            double right,
            Verdict verdict,
            List<Integer> kinks,
            Bend bend) {
        public ElementCheck {
            kinks = List.copyOf(kinks);
        }

        ElementCheck with(Verdict other) {
            return new ElementCheck(place, gradient, difference, error, left, right, other, kinks, bend);
        }

        /** Whether the value jumps there. */
        public boolean jumps() {
            return bend == Bend.JUMP;
        }

        /** Whether the gradient is no slope of the value there, nor between two, but what conventions at kinks make of it. */
        public boolean isConvention() {
            return bend == Bend.EVEN || bend == Bend.OUTSIDE;
        }
    }

    /**
     * One gradient.
     *
     * @param node the value it is taken by
     * @param gradient the node that holds it
     * @param elements those checked: all, or evenly spread
     */
    public record TensorCheck(int node, int gradient, List<ElementCheck> elements) {
        public TensorCheck {
            elements = List.copyOf(elements);
        }

        /** The worst verdict of its elements. */
        public Verdict verdict() {
            return elements.stream()
                    .map(ElementCheck::verdict)
                    .max(Comparator.naturalOrder())
                    .orElse(Verdict.AGREES);
        }

        /** The largest relative error away from kinks. */
        public double error() {
            return elements.stream()
                    .filter(element -> element.verdict() != Verdict.AT_KINK)
                    .mapToDouble(ElementCheck::error)
                    .max()
                    .orElse(0);
        }

        /** The elements with a verdict. */
        public List<ElementCheck> with(Verdict verdict) {
            return elements.stream()
                    .filter(element -> element.verdict() == verdict)
                    .toList();
        }
    }

    public GradientCheck {
        tensors = Steepness.excused(program, tensors);
    }

    /** Whether no gradient is wrong. */
    public boolean holds() {
        return tensors.stream().allMatch(tensor -> tensor.verdict().compareTo(Verdict.AT_KINK) <= 0);
    }

    /**
     * Checks all gradients of a value in one iteration.
     *
     * @param trace the iteration
     * @param of the value; an array counts as the sum of its elements
     * @param tolerance the relative error allowed, such as {@link #TOLERANCE}
     * @param elements the most elements checked of one tensor, such as {@link #ELEMENTS}
     * @param progress is told how many elements have been checked
     */
    public static GradientCheck of(Trace trace, int of, double tolerance, int elements, Progress progress) {
        Program program = withGradients(trace.program(), of);
        Trace known = Evaluator.extend(trace, program);
        Evaluator evaluator = new Evaluator(program);
        List<TensorCheck> tensors = new ArrayList<>();
        long done = 0;
        for (Node node : program.nodes().subList(0, of)) {
            OptionalInt gradient = program.gradient(of, node.id());
            if (isChecked(program, node) && gradient.isPresent()) {
                Replay replay = new Replay(evaluator, known, of, node.id());
                ElementChecker checker = new ElementChecker(known, replay, node.id(), gradient.getAsInt(), tolerance);
                List<ElementCheck> checks = new ArrayList<>();
                boolean whole = check(checker, spread(node.shape().size(), elements), done, progress, checks);
                done += checks.size();
                if (!checks.isEmpty()) {
                    tensors.add(new TensorCheck(node.id(), gradient.getAsInt(), checks));
                }
                if (!whole) {
                    return new GradientCheck(program, of, tensors, false);
                }
            }
        }
        return new GradientCheck(program, of, tensors, true);
    }

    /** Whether it is a value of its own: no target, and no single term of a gradient that is differentiated again. */
    private static boolean isChecked(Program program, Node node) {
        boolean whole = !(node.role() instanceof Role.Term term)
                || node.isNamed()
                || program.gradient(term.of(), term.wrt()).orElse(-1) == node.id();
        return whole && node.phase() == Phase.FORWARD && !node.isLeaf(Leaf.Kind.TARGET);
    }

    /** Checks elements until all are checked, or it is broken off; says which. */
    private static boolean check(
            ElementChecker checker, IntStream places, long before, Progress progress, List<ElementCheck> checks) {
        try {
            for (int place : places.toArray()) {
                if (progress.cancelled()) {
                    return false;
                }
                checks.add(checker.check(place));
                progress.reached(before + checks.size());
            }
            return true;
        } catch (BrokenOff enough) {
            return false;
        }
    }

    /**
     * Checks some elements of one gradient that the program computes.
     *
     * @param evaluator of the trace's program
     * @param of the value differentiated
     * @param node the value it is differentiated by
     * @param gradient the node that holds ∂of/∂node
     * @param places the elements, row-major
     */
    public static TensorCheck of(Evaluator evaluator, Trace trace, int of, int node, int gradient, IntStream places) {
        Replay replay = new Replay(evaluator, trace, of, node);
        ElementChecker checker = new ElementChecker(trace, replay, node, gradient, TOLERANCE);
        return new TensorCheck(node, gradient, places.mapToObj(checker::check).toList());
    }

    private static Program withGradients(Program program, int of) {
        List<Integer> named = program.nodes().subList(0, of).stream()
                .filter(node -> node.isNamed() && isChecked(program, node))
                .map(Node::id)
                .toList();
        ProgramBuilder builder = new ProgramBuilder(program).phase(Phase.BACKWARD);
        Gradient.append(builder, of, named);
        return builder.build();
    }

    /** At most {@code most} of {@code size} places, evenly spread, the first and the last among them. */
    private static IntStream spread(int size, int most) {
        if (size <= most) {
            return IntStream.range(0, size);
        }
        return IntStream.range(0, most).map(k -> (int) ((long) k * (size - 1) / Math.max(1, most - 1)));
    }
}

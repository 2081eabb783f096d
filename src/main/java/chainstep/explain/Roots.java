package chainstep.explain;

import chainstep.math.Rational;
import java.util.List;
import java.util.Optional;

/** The irrational numbers of a normal distribution, which a textbook writes as roots: 1/√2, 1/√(2π), √(2/π). */
final class Roots {
    /** Products of rounded factors are off by a little. */
    private static final double NEAR = 1e-15;

    private static final List<Root> KNOWN = List.of(
            new Root(StrictMath.sqrt(0.5), "1/√2", "\\tfrac{1}{\\sqrt{2}}"),
            new Root(StrictMath.sqrt(0.5 / StrictMath.PI), "1/√(2π)", "\\tfrac{1}{\\sqrt{2\\pi}}"),
            new Root(StrictMath.sqrt(2 / StrictMath.PI), "√(2/π)", "\\sqrt{2/\\pi}"));

    private Roots() {}

    private record Root(double value, String plain, String latex) {}

    /** How a number is written, where it is one of them or its opposite. */
    static Optional<Form> of(Rational number) {
        double value = number.doubleValue();
        return KNOWN.stream()
                .filter(root -> Math.abs(Math.abs(value) - root.value()) < NEAR)
                .map(root -> value < 0
                        ? new Form("−" + root.plain(), "-" + root.latex())
                        : new Form(root.plain(), root.latex()))
                .findFirst();
    }
}

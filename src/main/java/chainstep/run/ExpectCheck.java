package chainstep.run;

import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.math.Digits;
import chainstep.math.Expectation;
import chainstep.math.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a model keeps an {@code expect(...)}: each number of the quantity against the number written.
 *
 * @param value what the quantity is
 * @param wrong the places, row-major, of the numbers that are not as written
 */
public record ExpectCheck(Directive.Expect expect, Tensor value, List<Integer> wrong) {
    public ExpectCheck {
        wrong = List.copyOf(wrong);
    }

    public boolean isMet() {
        return wrong.isEmpty();
    }

    /** All expectations of a model, in order. */
    public static List<ExpectCheck> of(Model model) {
        return of(model, Progress.NONE);
    }

    /**
     * The same, followed.
     *
     * @throws chainstep.lang.SourceError when a quantity cannot be computed
     * @throws chainstep.graph.OperandException when the model cannot be run
     * @throws chainstep.graph.BrokenOff when it was cancelled
     */
    public static List<ExpectCheck> of(Model model, Progress progress) {
        List<Directive.Expect> expects = model.directives(Directive.Expect.class);
        if (expects.isEmpty()) {
            return List.of();
        }
        Quantities quantities = new Quantities(model, new Iterations(model.program()), progress);
        List<Tensor> values = quantities.values(
                expects.stream().map(Directive.Expect::at).toList(),
                expects.stream().map(Directive.Expect::quantity).toList());
        return IntStream.range(0, expects.size())
                .mapToObj(k -> of(expects.get(k), values.get(k)))
                .toList();
    }

    private static ExpectCheck of(Directive.Expect expect, Tensor value) {
        List<Integer> wrong = IntStream.range(0, value.size())
                .filter(element -> !isMet(expect, expect.values().get(element), value.get(element)))
                .boxed()
                .toList();
        return new ExpectCheck(expect, value, wrong);
    }

    /** {@code digits=1} lets a single digit be a rounded one; more digits than were written ask for an exact value. */
    private static boolean isMet(Directive.Expect expect, Digits written, double value) {
        return expect.digits()
                .map(digits -> new Expectation(written, digits))
                .orElseGet(() -> new Expectation(written))
                .isMetBy(value);
    }
}

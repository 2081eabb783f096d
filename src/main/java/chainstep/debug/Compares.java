package chainstep.debug;

import chainstep.graph.ProgramBuilder;
import chainstep.run.Trace;
import java.util.List;

/** {@code left > right} and the like: holds where any element does, and never where a number is NaN (but {@code !=}). */
public record Compares(Measure left, Comparison comparison, Measure right) implements Condition {
    /** How two numbers are compared. */
    public enum Comparison {
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        EQUAL("=="),
        NOT_EQUAL("!=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(double a, double b) {
            return switch (this) {
                case LESS -> a < b;
                case LESS_OR_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_OR_EQUAL -> a >= b;
                case EQUAL -> a == b;
                case NOT_EQUAL -> a != b;
            };
        }
    }

    @Override
    public String text() {
        return left.text() + " " + comparison.sign() + " " + right.text();
    }

    /** @throws IllegalArgumentException when the two are arrays of different sizes */
    @Override
    public Test append(ProgramBuilder program) {
        int a = left.append(program);
        int b = right.append(program);
        int sizeA = program.node(a).shape().size();
        int sizeB = program.node(b).shape().size();
        if (sizeA != sizeB && sizeA != 1 && sizeB != 1) {
            throw new IllegalArgumentException(text() + ": " + sizeA + " numbers against " + sizeB);
        }
        int count = Math.max(sizeA, sizeB);
        int stepA = sizeA == 1 ? 0 : 1;
        int stepB = sizeB == 1 ? 0 : 1;
        return new Test(List.of(a, b), trace -> holds(trace, a, stepA, b, stepB, count));
    }

    private boolean holds(Trace trace, int a, int stepA, int b, int stepB, int count) {
        for (int e = 0; e < count; e++) {
            if (comparison.holds(trace.get(a, e * stepA), trace.get(b, e * stepB))) {
                return true;
            }
        }
        return false;
    }
}

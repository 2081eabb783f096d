package chainstep.run;

import chainstep.graph.Formula;
import chainstep.math.Fn;
import chainstep.math.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A formula as a list of instructions, each carried out for a whole row of points before the next: a tight loop for each
 * instruction, none for each point.
 *
 * <p>Registers are rows of numbers: first the formula's reads, then its constants and positions, then one for each
 * instruction. Mutable working memory; one thread.
 */
final class FormulaCode {
    /** The longest row carried out at once. */
    static final int ROW = 256;

    private enum Kind {
        ADD,
        MULTIPLY,
        DIVIDE,
        NEGATE,
        POWER,
        APPLY,
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL,
        SELECT
    }

    private record Instruction(Kind kind, Fn function, int a, int b, int c, int to) {}

    private final List<Instruction> instructions = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> strides = new ArrayList<>();
    private final List<Formula.Position> positions = new ArrayList<>();
    private final List<Integer> positionRegisters = new ArrayList<>();
    private final double[][] row;
    private final int[] at;
    private final int[] stride;
    private final int result;
    private final Instruction[] code;
    private final int longest;

    /** @param longest how many points the longest row has, at most {@link #ROW} */
    FormulaCode(Formula formula, int reads, int longest) {
        this.longest = longest;
        for (int read = 0; read < reads; read++) {
            register(new double[0], 0);
        }
        result = compile(formula);
        row = rows.toArray(double[][]::new);
        at = new int[row.length];
        stride = new int[row.length];
        Arrays.setAll(stride, strides::get);
        code = instructions.toArray(Instruction[]::new);
    }

    private int register(double[] numbers, int step) {
        rows.add(numbers);
        strides.add(step);
        return rows.size() - 1;
    }

    private int compile(Formula formula) {
        if (formula instanceof Formula.Input f) {
            return f.read();
        } else if (formula instanceof Formula.Constant f) {
            return register(new double[] {f.number()}, 0);
        } else if (formula instanceof Formula.Position f) {
            positions.add(f);
            positionRegisters.add(register(new double[longest], 1));
            return rows.size() - 1;
        } else if (formula instanceof Formula.Add f) {
            return emit(Kind.ADD, Fn.ABS, compile(f.left()), compile(f.right()), 0);
        } else if (formula instanceof Formula.Multiply f) {
            return emit(Kind.MULTIPLY, Fn.ABS, compile(f.left()), compile(f.right()), 0);
        } else if (formula instanceof Formula.Divide f) {
            return emit(Kind.DIVIDE, Fn.ABS, compile(f.left()), compile(f.right()), 0);
        } else if (formula instanceof Formula.Negate f) {
            return emit(Kind.NEGATE, Fn.ABS, compile(f.of()), 0, 0);
        } else if (formula instanceof Formula.Power f) {
            return emit(Kind.POWER, Fn.ABS, compile(f.base()), compile(f.exponent()), 0);
        } else if (formula instanceof Formula.Apply f) {
            return emit(Kind.APPLY, f.function(), compile(f.of()), 0, 0);
        } else if (formula instanceof Formula.Compare f) {
            return emit(Kind.valueOf(f.comparison().name()), Fn.ABS, compile(f.left()), compile(f.right()), 0);
        }
        Formula.Select f = (Formula.Select) formula;
        return emit(Kind.SELECT, Fn.ABS, compile(f.test()), compile(f.then()), compile(f.otherwise()));
    }

    private int emit(Kind kind, Fn function, int a, int b, int c) {
        int to = register(new double[longest], 1);
        instructions.add(new Instruction(kind, function, a, b, c, to));
        return to;
    }

    /** Points a read at numbers: element i of the row is {@code numbers[from + i·step]}. */
    void read(int read, double[] numbers, int from, int step) {
        row[read] = numbers;
        at[read] = from;
        stride[read] = step;
    }

    /** Sets the loop positions of the row of {@code n} points that starts at {@code point} and runs along the last loop. */
    void position(int[] point, int n) {
        for (int k = 0; k < positions.size(); k++) {
            List<Integer> weights = positions.get(k).weights();
            long base = 0;
            for (int loop = 0; loop < point.length; loop++) {
                base += (long) weights.get(loop) * point[loop];
            }
            int last = point.length == 0 ? 0 : weights.get(point.length - 1);
            double[] numbers = row[positionRegisters.get(k)];
            for (int i = 0; i < n; i++) {
                numbers[i] = base + (long) last * i;
            }
        }
    }

    boolean hasPositions() {
        return !positions.isEmpty();
    }

    /**
     * Has the results written to {@code numbers[from + i]} instead of a row of their own; false where there is nothing to
     * compute, for the formula is but a read or a constant.
     */
    boolean into(double[] numbers, int from) {
        if (code.length == 0) {
            return false;
        }
        row[result] = numbers;
        at[result] = from;
        return true;
    }

    /** Result {@code i} after {@link #run}. */
    double result(int i) {
        return row[result][at[result] + i * stride[result]];
    }

    /** The row of results after {@link #run}: element i is {@code result()[resultAt() + i·resultStride()]}. */
    double[] result() {
        return row[result];
    }

    int resultAt() {
        return at[result];
    }

    int resultStride() {
        return stride[result];
    }

    /** Carries out all instructions for the first {@code n} points of the row. */
    void run(int n) {
        for (Instruction step : code) {
            run(step, n);
        }
    }

    private void run(Instruction step, int n) {
        double[] a = row[step.a];
        double[] b = row[step.b];
        double[] to = row[step.to];
        int ai = at[step.a];
        int bi = at[step.b];
        int as = stride[step.a];
        int bs = stride[step.b];
        int first = at[step.to];
        switch (step.kind) {
            case ADD -> {
                for (int i = 0; i < n; i++, ai += as, bi += bs) {
                    to[first + i] = a[ai] + b[bi];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < n; i++, ai += as, bi += bs) {
                    to[first + i] = a[ai] * b[bi];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < n; i++, ai += as, bi += bs) {
                    to[first + i] = a[ai] / b[bi];
                }
            }
            case NEGATE -> {
                for (int i = 0; i < n; i++, ai += as) {
                    to[first + i] = -a[ai];
                }
            }
            case POWER -> {
                for (int i = 0; i < n; i++, ai += as, bi += bs) {
                    to[first + i] = Power.of(a[ai], b[bi]);
                }
            }
            case APPLY -> apply(step.function, a, ai, as, to, first, n);
            case SELECT -> select(step, n);
            default -> compare(step, n);
        }
    }

    private static void apply(Fn function, double[] a, int from, int step, double[] to, int first, int n) {
        int ai = from;
        for (int i = 0; i < n; i++, ai += step) {
            to[first + i] = function.at(a[ai]);
        }
    }

    private void compare(Instruction step, int n) {
        double[] a = row[step.a];
        double[] b = row[step.b];
        double[] to = row[step.to];
        int ai = at[step.a];
        int bi = at[step.b];
        for (int i = 0; i < n; i++, ai += stride[step.a], bi += stride[step.b]) {
            boolean holds = switch (step.kind) {
                case GREATER -> a[ai] > b[bi];
                case GREATER_OR_EQUAL -> a[ai] >= b[bi];
                default -> a[ai] == b[bi];
            };
            to[at[step.to] + i] = holds ? 1 : 0;
        }
    }

    private void select(Instruction step, int n) {
        double[] test = row[step.a];
        double[] then = row[step.b];
        double[] otherwise = row[step.c];
        double[] to = row[step.to];
        for (int i = 0; i < n; i++) {
            to[at[step.to] + i] = test[at[step.a] + i * stride[step.a]] != 0
                    ? then[at[step.b] + i * stride[step.b]]
                    : otherwise[at[step.c] + i * stride[step.c]];
        }
    }
}

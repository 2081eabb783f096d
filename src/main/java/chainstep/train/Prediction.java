package chainstep.train;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.RowSupply;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which value of a program is its answer: the last one computed without the target that something computed with it reads.
 *
 * @param answer the node, one row for each row of the batch
 * @param target the leaf it is compared with
 * @param kind what the rows of the target are
 */
public record Prediction(int answer, int target, Kind kind) {
    /** What the rows of a target are. */
    public enum Kind {
        /** Numbers. */
        NUMBERS,
        /** A one for the class, zeros for the others. */
        ONE_HOT,
        /** The number of the class. */
        CLASS_NUMBER,
        /** −1 or 1. */
        SIGN,
        /** 0 or 1, the answer a probability. */
        PROBABILITY,
        /** 0 or 1, the answer the logarithm of odds. */
        LOGIT
    }

    /** The answer of a program; empty where it has none, or no single target. */
    public static Optional<Prediction> of(Program program) {
        BitSet compared = new BitSet();
        BitSet fed = fed(program);
        int target = -1;
        int answer = -1;
        for (Node node : program.nodes()) {
            if (node.phase() != Phase.FORWARD) {
                break;
            } else if (node.isLeaf(Leaf.Kind.TARGET)) {
                target = node.id();
                compared.set(node.id());
            } else if (node.inputs().stream().anyMatch(compared::get)) {
                compared.set(node.id());
                answer = Math.max(answer, read(program, node, compared, fed));
            }
        }
        if (target < 0 || answer < 0) {
            return Optional.empty();
        }
        return Optional.of(new Prediction(answer, target, kind(program, target, answer)));
    }

    /** What is computed from the rows: a penalty on the parameters, which is added to the loss, is not. */
    private static BitSet fed(Program program) {
        BitSet fed = new BitSet();
        for (Node node : program.nodes()) {
            if (node.isLeaf(Leaf.Kind.INPUT) || node.inputs().stream().anyMatch(fed::get)) {
                fed.set(node.id());
            }
        }
        return fed;
    }

    /** The latest operand that knows nothing of the target and is computed from what is fed in, if anything is. */
    private static int read(Program program, Node reader, BitSet compared, BitSet fed) {
        return reader.inputs().stream()
                .filter(input -> !compared.get(input) && !program.node(input).isLeaf())
                .filter(input -> fed.isEmpty() || fed.get(input))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
    }

    private static Kind kind(Program program, int target, int answer) {
        double[] values = Targets.of(program.node(target));
        int answers = program.node(answer).shape().size();
        int targets = program.node(target).shape().size();
        int width = targets == 0 ? 1 : answers / targets;
        boolean row = program.node(target).shape().rank() > 1
                && program.node(target).shape().dim(program.node(target).shape().rank() - 1) > 1;
        if (row) {
            int classes = program.node(target)
                    .shape()
                    .dim(program.node(target).shape().rank() - 1);
            return Targets.isOneHot(values, classes) ? Kind.ONE_HOT : Kind.NUMBERS;
        } else if (width > 1 && Targets.areClasses(values, width)) {
            return Kind.CLASS_NUMBER;
        } else if (Targets.are(values, -1, 1)) {
            return Kind.SIGN;
        } else if (Targets.are(values, 0, 1)) {
            boolean odds = program.nodes().stream()
                    .anyMatch(node ->
                            node.inputs().contains(answer) && node.op().name().equals("bce_logits"));
            return odds ? Kind.LOGIT : Kind.PROBABILITY;
        }
        return Kind.NUMBERS;
    }

    /** Whether answers are right or wrong, not near or far. */
    public boolean isClassifying() {
        return kind != Kind.NUMBERS;
    }

    /** The numbers of the target, all that the data have. */
    public double[] targets(Program program) {
        return Targets.of(program.node(target));
    }

    /**
     * How many rows were answered rightly.
     *
     * @param answers the answers, row by row
     * @param targets the targets, row by row
     * @param rows how many rows there are
     */
    int right(double[] answers, double[] targets, int rows) {
        int right = 0;
        for (int row = 0; row < rows; row++) {
            right += said(answers, row, rows, false) == said(targets, row, rows, true) ? 1 : 0;
        }
        return right;
    }

    /** Counts rows by the class of their target and the class they were taken for. */
    void count(double[] answers, double[] targets, int rows, int[][] into) {
        for (int row = 0; row < rows; row++) {
            into[said(targets, row, rows, true)][said(answers, row, rows, false)]++;
        }
    }

    /** The number of the class, in {@link #classes}, that one row's answer says. */
    public int said(double[] answer) {
        return said(answer, 0, 1, false);
    }

    /** The number of the class that one row's target is. */
    public int meant(double[] target) {
        return said(target, 0, 1, true);
    }

    /**
     * How far an answer of one number leans to the second of two classes: from −1, surely the first, to 1; a number that is no class as
     * it is.
     */
    public double lean(double answer) {
        return switch (kind) {
            case PROBABILITY -> 2 * answer - 1;
            case LOGIT -> StrictMath.tanh(answer / 2);
            default -> answer;
        };
    }

    /** What the classes are called: by the data where it names them, else by their numbers. */
    public List<String> classes(Program program) {
        Node leaf = program.node(target);
        List<String> names = ((Leaf) leaf.op()).supply() instanceof RowSupply rows ? rows.names() : List.of();
        int count = kind == Kind.ONE_HOT || kind == Kind.CLASS_NUMBER
                ? program.node(answer).shape().dim(program.node(answer).shape().rank() - 1)
                : 2;
        boolean named = kind == Kind.ONE_HOT && names.size() == count;
        return IntStream.range(0, count)
                .mapToObj(k -> named
                        ? names.get(k).substring(names.get(k).indexOf('=') + 1)
                        : String.valueOf(kind == Kind.SIGN ? 2 * k - 1 : k))
                .toList();
    }

    /** The class that a row says. */
    private int said(double[] values, int row, int rows, boolean isTarget) {
        int width = values.length / rows;
        double first = values[row * width];
        return switch (kind) {
            case ONE_HOT -> greatest(values, row * width, width);
            case CLASS_NUMBER -> isTarget ? (int) first : greatest(values, row * width, width);
            case SIGN, LOGIT -> first > (isTarget && kind == Kind.LOGIT ? 0.5 : 0) ? 1 : 0;
            case PROBABILITY -> first > 0.5 ? 1 : 0;
            case NUMBERS -> throw new IllegalStateException("numbers are no classes");
        };
    }

    private static int greatest(double[] values, int from, int width) {
        int best = 0;
        for (int k = 1; k < width; k++) {
            best = values[from + k] > values[from + best] ? k : best;
        }
        return best;
    }
}

package chainstep.export;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.RowSupply;
import chainstep.math.Shape;
import chainstep.op.Mask;
import chainstep.train.Course;
import chainstep.train.Npz;
import chainstep.train.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forward pass of a model as a module of PyTorch: line by line as in the file, the parameters that learn as parameters, all other
 * arrays as buffers. Mutable; lives as long as one script is written.
 */
final class TorchModel {
    private final Program program;
    private final int loss;
    private final TorchOps ops;
    private final PythonNames names = new PythonNames();
    private final Map<Integer, TorchCode> leaves = new HashMap<>();
    /** By attribute: the name in checkpoints. */
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private final Map<Integer, String> attributes = new HashMap<>();
    private final Map<String, Npz.Array> buffers = new LinkedHashMap<>();
    /** The leaves that hold rows of data, by the name of the argument. */
    private final Map<String, Node> rows = new LinkedHashMap<>();

    private final List<String> masks = new ArrayList<>();

    TorchModel(Course course, TorchOps ops) {
        this.program = course.program();
        this.loss = course.loss();
        this.ops = ops;
        program.nodes().stream()
                .filter(node -> node.isLeaf() && !node.isLeaf(Leaf.Kind.STATE))
                .forEach(this::leaf);
    }

    private void leaf(Node node) {
        Leaf leaf = (Leaf) node.op();
        boolean learns = program.next(node.id()).isPresent();
        if (learns) {
            String name = names.fresh(node.name());
            parameters.put(name, node.name());
            attributes.put(node.id(), name);
            leaves.put(node.id(), TorchCode.atom("self." + name));
        } else if (leaf.supply() instanceof RowSupply) {
            String name = names.fresh(node.name());
            rows.put(name, node);
            leaves.put(node.id(), TorchCode.atom(name));
        } else if (leaf.supply() instanceof Mask mask) {
            leaves.put(node.id(), mask(mask));
        } else if (leaf.kind() == Leaf.Kind.LITERAL && node.shape().isScalar()) {
            leaves.put(node.id(), TorchCode.number(numbers(node)[0]));
        } else if (!leaf.supply().varies()) {
            String name = names.fresh(node.name().isEmpty() ? "constant" : node.name());
            buffers.put(name, new Npz.Array(node.shape(), numbers(node)));
            leaves.put(node.id(), TorchCode.atom("self." + name));
        }
    }

    private static double[] numbers(Node leaf) {
        double[] numbers = new double[leaf.shape().size()];
        ((Leaf) leaf.op()).supply().fill(0, numbers);
        return numbers;
    }

    /** What dropout leaves out; the first extent is that of the rows, where there are rows. */
    private TorchCode mask(Mask mask) {
        Optional<Map.Entry<String, Node>> batch = rows.entrySet().stream()
                .filter(row -> hasRows(row.getValue()) && mask.shape().rank() > 0)
                .filter(row -> row.getValue().shape().dim(0) == mask.shape().dim(0))
                .findFirst();
        List<String> extents = new ArrayList<>();
        for (int axis = 0; axis < mask.shape().rank(); axis++) {
            boolean isRows = axis == 0 && batch.isPresent();
            extents.add(
                    isRows
                            ? batch.get().getKey() + ".shape[0]"
                            : String.valueOf(mask.shape().dim(axis)));
        }
        String name = names.fresh("drawn");
        masks.add(name + " = mask(self, [" + String.join(", ", extents) + "], "
                + mask.keep().doubleValue() + ", " + mask.seed() + ", " + mask.node() + ", iteration, "
                + (batch.isPresent() ? "first" : "0") + ")");
        return TorchCode.atom(name);
    }

    static boolean hasRows(Node leaf) {
        return ((RowSupply) ((Leaf) leaf.op()).supply()).hasRowAxis();
    }

    /** The extents of one row of a leaf. */
    static Shape rowShape(Node leaf) {
        int[] dims = leaf.shape().dims();
        return hasRows(leaf) ? Shape.of(java.util.Arrays.copyOfRange(dims, 1, dims.length)) : leaf.shape();
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** The attribute of a parameter that learns. */
    String attribute(int leaf) {
        return attributes.get(leaf);
    }

    Map<String, Npz.Array> buffers() {
        return buffers;
    }

    Map<String, Node> rows() {
        return rows;
    }

    /** The lines of the module's {@code forward}, which answers the loss and, where there is one, the answer. */
    List<String> forward() {
        Optional<Prediction> prediction = Prediction.of(program);
        List<Integer> wanted = new ArrayList<>(List.of(loss));
        prediction.ifPresent(found -> wanted.add(found.answer()));
        TorchLines lines = new TorchLines(program, ops, names, new HashMap<>(leaves));
        lines.write(wanted, Node::isNamed);
        List<String> all = new ArrayList<>(masks);
        all.addAll(lines.lines());
        all.add("return " + lines.text(loss) + ", "
                + prediction.map(found -> lines.text(found.answer())).orElse("None"));
        return all;
    }

    /** The condition that an answer y to rows with targets t is right; empty where answers are numbers. */
    Optional<String> right() {
        return Prediction.of(program).flatMap(found -> switch (found.kind()) {
            case NUMBERS -> Optional.empty();
            case ONE_HOT -> Optional.of("y.argmax(-1) == t.argmax(-1)");
            case CLASS_NUMBER -> Optional.of("y.argmax(-1) == t.reshape(y.shape[:-1])");
            case SIGN -> Optional.of("(y > 0) == (t > 0)");
            case PROBABILITY -> Optional.of("(y > 0.5) == (t > 0.5)");
            case LOGIT -> Optional.of("(y > 0) == (t > 0.5)");
        });
    }

    /** The argument that holds the targets; empty where the data has none. */
    Optional<String> target() {
        return Prediction.of(program)
                .flatMap(found -> rows.entrySet().stream()
                        .filter(row -> row.getValue().id() == found.target())
                        .map(Map.Entry::getKey)
                        .findFirst());
    }
}

package chainstep.train;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.op.MatMul;
import chainstep.op.Transpose;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A network as columns of units with weights between them: what is multiplied by a parameter matrix is a column, so is the answer.
 *
 * @param columns from the features to the answer; none where nothing is multiplied so
 * @param links the weights between them
 */
public record Columns(List<Column> columns, List<Link> links) {
    /**
     * The units side by side.
     *
     * @param node whose values they are
     * @param byUnit whether its array holds unit after unit, instead of row after row
     */
    public record Column(int node, String name, int units, boolean byUnit) {}

    /**
     * The weights from one column to another.
     *
     * @param leaf the parameter
     * @param carry its number among what the program carries; −1 where it does not change
     * @param fromFirst whether the parameter's array is [from][to], else [to][from]
     */
    public record Link(int from, int to, int leaf, int carry, boolean fromFirst) {}

    public Columns {
        columns = List.copyOf(columns);
        links = List.copyOf(links);
    }

    /** A product with a parameter. */
    private record Product(int node, int operand, int leaf, boolean fromFirst) {}

    /** The columns of a program. */
    static Columns of(Program program) {
        List<Product> products = new ArrayList<>();
        for (Node node : program.nodes()) {
            if (node.phase() == Phase.FORWARD && node.op() instanceof MatMul product) {
                product(program, node, product).ifPresent(products::add);
            }
        }
        TreeSet<Integer> nodes = new TreeSet<>();
        products.forEach(product -> nodes.add(product.operand()));
        OptionalInt answer =
                Prediction.of(program).stream().mapToInt(Prediction::answer).findFirst();
        if (products.isEmpty() || answer.isEmpty()) {
            return new Columns(List.of(), List.of());
        }
        nodes.add(answer.getAsInt());
        List<Column> columns =
                nodes.stream().map(node -> column(program, node, products)).toList();
        return new Columns(columns, links(program, products, columns));
    }

    private static Optional<Product> product(Program program, Node node, MatMul product) {
        Node first = program.node(node.inputs().get(0));
        Node second = program.node(node.inputs().get(1));
        Optional<Node> left = parameter(program, first);
        Optional<Node> right = parameter(program, second);
        if (left.isPresent() == right.isPresent()) {
            return Optional.empty();
        }
        Node factor = left.isPresent() ? first : second;
        boolean turned = (left.isPresent() ? product.left() : product.right()) != (factor.op() instanceof Transpose);
        return Optional.of(new Product(
                node.id(),
                (left.isPresent() ? second : first).id(),
                left.or(() -> right).orElseThrow().id(),
                left.isPresent() == turned));
    }

    /** The parameter that a factor is, or whose transpose it is. */
    private static Optional<Node> parameter(Program program, Node factor) {
        Node read =
                factor.op() instanceof Transpose ? program.node(factor.inputs().get(0)) : factor;
        return Optional.of(read).filter(node -> node.isLeaf(Leaf.Kind.PARAM));
    }

    private static Column column(Program program, int id, List<Product> products) {
        Node node = program.node(id);
        int[] dims =
                IntStream.range(0, node.shape().rank()).map(node.shape()::dim).toArray();
        boolean byUnit = dims.length == 2
                && products.stream()
                        .anyMatch(product -> product.operand() == id
                                && program.node(product.node()).inputs().get(1) == id);
        int units = dims.length == 0 ? 1 : dims[byUnit ? 0 : dims.length - 1];
        return new Column(id, node.name(), units, byUnit);
    }

    private static List<Link> links(Program program, List<Product> products, List<Column> columns) {
        List<Link> links = new ArrayList<>();
        for (Product product : products) {
            int from = indexOf(columns, product.operand());
            firstReader(program, product.node(), columns)
                    .ifPresent(to -> links.add(
                            new Link(from, to, product.leaf(), carry(program, product.leaf()), product.fromFirst())));
        }
        return links;
    }

    private static int indexOf(List<Column> columns, int node) {
        return IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).node() == node)
                .findFirst()
                .orElseThrow();
    }

    /** The first column that a product goes into with a unit for each of its numbers. */
    private static OptionalInt firstReader(Program program, int product, List<Column> columns) {
        BitSet after = new BitSet();
        after.set(product);
        for (int id = product; id < program.size(); id++) {
            Node node = program.node(id);
            if (node.inputs().stream().anyMatch(after::get)) {
                after.set(id);
            }
        }
        return IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).node() >= product
                        && after.get(columns.get(k).node()))
                .findFirst();
    }

    private static int carry(Program program, int leaf) {
        return IntStream.range(0, program.carries().size())
                .filter(k -> program.carries().get(k).leaf() == leaf)
                .findFirst()
                .orElse(-1);
    }

    /** The weight between two units of linked columns. */
    public double weight(Link link, double[] values, int from, int to) {
        int wide = columns.get(link.from()).units();
        int tall = columns.get(link.to()).units();
        return link.fromFirst() ? values[from * tall + to] : values[to * wide + from];
    }
}

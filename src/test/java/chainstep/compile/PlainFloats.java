package chainstep.compile;

import chainstep.graph.Leaf;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.math.FloatArithmetic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first iteration of a program in float32, point by point: what float32 gives without any compiler. */
final class PlainFloats {
    private PlainFloats() {}

    /** The values of all nodes. */
    static List<List<Float>> run(Program program) {
        NestInterpreter<Float> interpreter = new NestInterpreter<>(new FloatArithmetic());
        List<List<Float>> values = new ArrayList<>();
        for (Node node : program.nodes()) {
            if (node.op() instanceof Leaf leaf) {
                double[] numbers = new double[node.shape().size()];
                leaf.supply().fill(0, numbers);
                values.add(new ArrayList<>(
                        Arrays.stream(numbers).mapToObj(n -> (float) n).toList()));
            } else {
                List<List<Float>> inputs =
                        node.inputs().stream().map(values::get).toList();
                values.add(interpreter.run(node.op().nests(program.operandShapes(node)), inputs));
            }
        }
        return values;
    }

    static double[] values(List<Float> floats) {
        return floats.stream().mapToDouble(Float::doubleValue).toArray();
    }
}

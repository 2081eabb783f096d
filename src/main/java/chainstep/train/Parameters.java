package chainstep.train;

import chainstep.graph.Leaf;
import chainstep.graph.Program;
import chainstep.run.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a program as one point of a space.
 *
 * @param carries which of what the program carries they are
 * @param names of the numbers
 */
record Parameters(List<Integer> carries, List<String> names) {
    Parameters {
        carries = List.copyOf(carries);
        names = List.copyOf(names);
    }

    static Parameters of(Program program) {
        List<Integer> carries = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int k = 0; k < program.carries().size(); k++) {
            int leaf = program.carries().get(k).leaf();
            if (program.node(leaf).isLeaf(Leaf.Kind.PARAM)) {
                carries.add(k);
                int numbers = program.node(leaf).shape().size();
                for (int i = 0; i < numbers; i++) {
                    names.add(program.node(leaf).name() + (numbers == 1 ? "" : "[" + i + "]"));
                }
            }
        }
        return new Parameters(carries, names);
    }

    /** How many numbers there are. */
    int size() {
        return names.size();
    }

    /** Where a state is. */
    double[] at(Snapshot state) {
        double[] all = new double[size()];
        int next = 0;
        for (int carry : carries) {
            double[] values = state.values(carry);
            System.arraycopy(values, 0, all, next, values.length);
            next += values.length;
        }
        return all;
    }

    /** A state that is elsewhere, and the same in all that is no parameter. */
    Snapshot moved(Snapshot state, double[] numbers) {
        double[][] carried = new double[state.size()][];
        for (int k = 0; k < carried.length; k++) {
            carried[k] = state.values(k);
        }
        int next = 0;
        for (int carry : carries) {
            System.arraycopy(numbers, next, carried[carry], 0, carried[carry].length);
            next += carried[carry].length;
        }
        return new Snapshot(state.iteration(), carried);
    }
}

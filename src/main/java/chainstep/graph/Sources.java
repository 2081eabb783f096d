package chainstep.graph;

import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements of the operands that one element of a result is computed from, found in the nests alone.
 *
 * @param list in the order in which the nests read them, each once
 * @param isAll whether there are no more than those listed
 */
public record Sources(List<Source> list, boolean isAll) {
    /** One element of one operand. */
    public record Source(int operand, int element) {}

    public Sources {
        list = List.copyOf(list);
    }

    /**
     * The sources of one element of an operation's result.
     *
     * @param most how many to list
     */
    public static Sources of(Op op, List<Shape> shapes, int element, int most) {
        Search search = new Search(op.nests(shapes), most);
        boolean all = search.from(search.nests.result(), element);
        return new Sources(new ArrayList<>(search.found), all);
    }

    private static final class Search {
        private final Nests nests;
        private final int most;
        private final Set<Source> met = new HashSet<>();
        private final Set<Source> found = new LinkedHashSet<>();

        Search(Nests nests, int most) {
            this.nests = nests;
            this.most = most;
        }

        /** Follows an element of an array made; false when there was no room for all. */
        boolean from(int array, int element) {
            int[] index = nests.shapeOf(array).index(element);
            for (Nest nest : nests.list()) {
                boolean writes = nest.out() == array || nest.winner() == array;
                if (writes && !read(nest, index)) {
                    return false;
                }
            }
            return true;
        }

        private boolean read(Nest nest, int[] index) {
            boolean[] room = {true};
            Points.touchingWhile(nest.domain(), nest.target(), index, point -> {
                for (Nest.Read read : nest.reads()) {
                    room[0] = room[0] && follow(read, point);
                }
                return room[0];
            });
            return room[0];
        }

        private boolean follow(Nest.Read read, int[] point) {
            int element = Points.element(read.map(), nests.shapeOf(read.array()), point);
            Source source = new Source(read.array(), element);
            if (element < 0 || found.contains(source)) {
                return true;
            } else if (read.array() >= nests.inputs().size()) {
                return !met.add(source) || from(read.array(), element);
            }
            return found.size() < most && found.add(source);
        }
    }
}

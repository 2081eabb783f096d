package chainstep.run;

import chainstep.graph.IndexMap;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A nest with fewer, longer loops: where every map stays inside its array, arrays are read as flat ones and loops that
 * run on from one another are merged. The points, their order and the numbers stay the same.
 *
 * @param flat whether the maps now point into flat arrays
 */
record Coalesced(Nest nest, boolean flat) {

    static Coalesced of(Nests nests, Nest nest) {
        List<int[]> steps = new ArrayList<>();
        if (!addFlat(steps, nest, nest.target(), nests.shapeOf(nest.out()))) {
            return new Coalesced(nest, false);
        }
        for (Nest.Read read : nest.reads()) {
            if (!addFlat(steps, nest, read.map(), nests.shapeOf(read.array()))) {
                return new Coalesced(nest, false);
            }
        }
        if (nest.body().hasPosition()) {
            return new Coalesced(nest, false);
        }
        return new Coalesced(merged(nest, steps), true);
    }

    /** The shape a map of this nest points into. */
    Shape shape(Nests nests, int array) {
        Shape shape = nests.shapeOf(array);
        return flat ? Shape.of(shape.size()) : shape;
    }

    /** Adds, for each loop, how far it moves in the flat array, and last where it starts; false if it ever leaves. */
    private static boolean addFlat(List<int[]> steps, Nest nest, IndexMap map, Shape shape) {
        int loops = nest.domain().size();
        int[] step = new int[loops + 1];
        int[] strides = shape.strides();
        for (int axis = 0; axis < map.rank(); axis++) {
            int least = map.offset(axis);
            int most = least;
            for (int loop = 0; loop < loops; loop++) {
                int coefficient = map.coefficient(axis, loop);
                int reach = coefficient * (nest.domain().get(loop) - 1);
                least += Math.min(reach, 0);
                most += Math.max(reach, 0);
                step[loop] += coefficient * strides[axis];
            }
            if (least < 0 || most >= shape.dim(axis)) {
                return false;
            }
            step[loops] += map.offset(axis) * strides[axis];
        }
        steps.add(step);
        return true;
    }

    private static Nest merged(Nest nest, List<int[]> steps) {
        List<Integer> kept = new ArrayList<>();
        List<Integer> extents = new ArrayList<>();
        for (int loop = nest.domain().size() - 1; loop >= 0; loop--) {
            int extent = nest.domain().get(loop);
            if (extent == 1) {
                continue;
            }
            int top = kept.size() - 1;
            if (top >= 0 && runsOn(steps, loop, kept.get(top), extents.get(top))) {
                extents.set(top, extents.get(top) * extent);
            } else {
                kept.add(loop);
                extents.add(extent);
            }
        }
        Collections.reverse(kept);
        Collections.reverse(extents);
        List<Nest.Read> reads = new ArrayList<>();
        for (int k = 0; k < nest.reads().size(); k++) {
            reads.add(new Nest.Read(nest.reads().get(k).array(), map(steps.get(k + 1), kept)));
        }
        return new Nest(extents, nest.out(), map(steps.get(0), kept), reads, nest.body(), nest.fold(), nest.winner());
    }

    /** Whether one turn of {@code outer} moves every map as far as {@code extent} turns of {@code inner}. */
    private static boolean runsOn(List<int[]> steps, int outer, int inner, int extent) {
        for (int[] step : steps) {
            if (step[outer] != step[inner] * extent) {
                return false;
            }
        }
        return true;
    }

    private static IndexMap map(int[] step, List<Integer> kept) {
        int[] terms = new int[2 * kept.size()];
        for (int k = 0; k < kept.size(); k++) {
            terms[2 * k] = k;
            terms[2 * k + 1] = step[kept.get(k)];
        }
        return IndexMap.scalar(kept.size()).then(step[step.length - 1], terms);
    }
}

package chainstep.graph;

import chainstep.math.Shape;
import java.util.List;
import java.util.Locale;

/** A value that no operation computes: written, read from data, drawn at random, or carried from the last iteration. */
public record Leaf(Kind kind, Supply supply) implements Op {
    public enum Kind {
        /** A number inside an expression; gets no gradient. */
        LITERAL,
        CONST,
        INPUT,
        TARGET,
        PARAM,
        /** An optimiser's memory between iterations. */
        STATE,
        /** Drawn anew each iteration, from a seed. */
        RANDOM
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return supply.shape();
    }

    /** No loops: a leaf is filled, not computed. */
    @Override
    public Nests nests(List<Shape> inputs) {
        return new Nests(List.of(), List.of(supply.shape()), List.of());
    }
}

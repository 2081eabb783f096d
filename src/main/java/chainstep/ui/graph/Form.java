package chainstep.ui.graph;

/** What boxes look like, and how near each other they are. */
enum Form {
    /** Gradients beside the values, where both are not too wide. */
    BROAD(0),
    /** Beside the values of what is given, under those of what is computed. */
    MIXED(0),
    /** Under the values, wherever that takes less width. */
    NARROW(0),
    /** What is given without a head, its name before its numbers; short rules, and all of it nearer. */
    DENSE(0.05),
    /** The same, with gradients under the values of what is computed. */
    SLIM(0.05);

    private final double cost;

    Form(double cost) {
        this.cost = cost;
    }

    boolean isNarrow(Kind kind) {
        return this == NARROW || (this == MIXED || this == SLIM) && !kind.isGiven();
    }

    boolean isDense() {
        return this == DENSE || this == SLIM;
    }

    /** How much larger a drawing must be seen than one with all there is to say. */
    double cost() {
        return cost;
    }

    /** The space between boxes and edges, as a share of that where there is room. */
    double space() {
        return isDense() ? 0.6 : 1;
    }
}

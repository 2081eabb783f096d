package chainstep.ui.graph;

/** Where gradients are in the boxes. */
enum Form {
    /** Beside the values, where both are not too wide. */
    BROAD,
    /** Beside the values of what is given, under those of what is computed. */
    MIXED,
    /** Under the values, wherever that takes less width. */
    NARROW;

    boolean isNarrow(Kind kind) {
        return this == NARROW || this == MIXED && !kind.isGiven();
    }
}

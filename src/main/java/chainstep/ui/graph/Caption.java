package chainstep.ui.graph;

/** The head of a box: a name, and a rule or a kind. */
record Caption(String name, String rule) {}

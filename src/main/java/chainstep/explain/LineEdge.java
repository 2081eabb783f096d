package chainstep.explain;

import chainstep.graph.Expression;
import java.util.Optional;

/**
 * How one element of a shown value depends on one element of an earlier one, over everything of the line in between.
 *
 * @param node the later value
 * @param element its flat place
 * @param local the derivative
 * @param written how the derivative is written, where that is short
 * @param silence why nothing comes through, where nothing does
 */
record LineEdge(int node, int element, double local, Optional<Expression> written, Optional<Silence> silence) {}

package chainstep.homework.mistake;

import chainstep.graph.Node;

/** A mistake in one link of the chain rule. */
interface LinkMistake extends Mistake {
    void suspect(Ground ground, Link link, Suspects into);

    @Override
    default void suspect(Ground ground, Node node, Suspects into) {
        ground.link(node).ifPresent(link -> suspect(ground, link, into));
    }
}

package chainstep.homework.mistake;

import chainstep.graph.Node;

/** One known mistake: where in a program it can be made, and what is computed there instead. */
public interface Mistake {
    /** Its code in the catalogue, {@code M08}. */
    String code();

    /** Where its words are, behind {@code mistake.}. */
    default String words() {
        return code();
    }

    /** How far it is from the simplest: 0 for what is met on every second sheet, 10 for a curiosity. */
    int rarity();

    /** Whether it moves a number by some units of its last digits only, so that of such numbers it is the simplest reason. */
    default boolean isNearby() {
        return false;
    }

    /** Tells of each way to make it at a node. */
    void suspect(Ground ground, Node node, Suspects into);
}

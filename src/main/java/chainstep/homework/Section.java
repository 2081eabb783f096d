package chainstep.homework;

import chainstep.words.Phrase;

/**
 * A part of a sheet: the forward pass, the backward pass of one layer, the update.
 *
 * @param layer of a hidden layer its number, from 1 next to the input; else 0
 * @param of how many hidden layers there are
 */
public record Section(Kind kind, int layer, int of) implements Comparable<Section> {
    /** The kinds, in the order in which they are worked through. */
    public enum Kind {
        FORWARD,
        /** The backward pass where there are no layers. */
        BACKWARD,
        OUTPUT,
        HIDDEN,
        UPDATE
    }

    /** Its heading. */
    public Phrase title() {
        return switch (kind) {
            case FORWARD -> Phrase.of("homework", "section.forward");
            case BACKWARD -> Phrase.of("homework", "section.backward");
            case OUTPUT -> Phrase.of("homework", "section.output");
            case HIDDEN ->
                of == 1
                        ? Phrase.of("homework", "section.hidden")
                        : Phrase.of("homework", "section.hidden.layer", layer);
            case UPDATE -> Phrase.of("homework", "section.update");
        };
    }

    /** From the input to the loss and back again. */
    @Override
    public int compareTo(Section other) {
        int kinds = kind.compareTo(other.kind);
        return kinds != 0 ? kinds : Integer.compare(other.layer, layer);
    }
}

package chainstep.homework.variant;

import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variants of a class, no two of which have the same numbers or the same id. Grows by one at a time. */
public final class Roll {
    private static final int TRIES = 50;

    private final Variants variants;
    private final List<Variant> all = new ArrayList<>();
    private final Set<List<String>> numbers = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    public Roll(Variants variants) {
        this.variants = variants;
    }

    /** Takes a variant in; one that another student has already is drawn anew. */
    public void add(Variant first) {
        Variant one = first;
        for (int again = 1; again <= TRIES && isTaken(one); again++) {
            one = variants.of(first.student(), again);
        }
        if (numbers.contains(one.numbers())) {
            List<Phrase> lacks = new ArrayList<>(one.lacks());
            lacks.add(Phrase.of("homework", "variant.same"));
            one = new Variant(one.student(), one.id(), one.source(), one.numbers(), one.draws(), lacks);
        }
        numbers.add(one.numbers());
        ids.add(one.id());
        all.add(one);
    }

    private boolean isTaken(Variant one) {
        return numbers.contains(one.numbers()) || ids.contains(one.id());
    }

    public List<Variant> variants() {
        return List.copyOf(all);
    }
}

package chainstep.homework.answer;

import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.lang.SourceError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What the questions of an assignment ask for, found by the names that people write. */
final class Asked {
    private final Assignment assignment;
    private final HandNames names;
    private final List<Optional<Meant>> asked;

    Asked(Assignment assignment) {
        this.assignment = assignment;
        this.names = new HandNames(assignment.model());
        this.asked = assignment.questions().stream()
                .map(question -> names.meant(question.quantity()))
                .toList();
    }

    /** Where a row's answer goes: to a question, or to one number of it. */
    record Target(int question, OptionalInt element) {}

    /** What a question names that {@link #parts} found. */
    Meant meant(int question) {
        return asked.get(question).orElseThrow();
    }

    /** What a name means that is asked in parts only. */
    Optional<Meant> whole(String written) {
        return names.meant(names.read(Wording.unguarded(written)).quantity())
                .filter(meant -> meant.shape(assignment.model()).size() > 1
                        && !parts(meant).isEmpty());
    }

    /** What a name means that is a row, or another part of several numbers, of what is asked. */
    Optional<Piece> piece(String written) {
        try {
            return names.meant(names.read(Wording.unguarded(written)).quantity())
                    .flatMap(part -> Piece.of(assignment, asked, part));
        } catch (SourceError unknown) {
            return Optional.empty();
        }
    }

    /** The questions that ask for parts of what a name means. */
    List<Integer> parts(Meant whole) {
        return IntStream.range(0, asked.size())
                .filter(question ->
                        asked.get(question).filter(one -> one.isWithin(whole)).isPresent())
                .boxed()
                .toList();
    }

    /** What is not asked, but has a name in the model. */
    Optional<Question> named(String written) {
        try {
            Optional<Meant> meant = names.meant(names.read(written).quantity());
            return meant.map(one -> assignment.question(one.text(assignment.model())));
        } catch (SourceError unknown) {
            return Optional.empty();
        }
    }

    /** Whether a name means what is asked, or a part of it, or what it is a part of. */
    boolean isKnown(String written) {
        try {
            return target(written).isPresent()
                    || whole(written).isPresent()
                    || piece(written).isPresent();
        } catch (SourceError unknown) {
            return false;
        }
    }

    /**
     * The question that a name means; empty where it is not asked.
     *
     * @throws SourceError when it is no quantity at all
     */
    Optional<Target> target(String written) {
        String text = Wording.unguarded(written);
        for (int question = 0; question < asked.size(); question++) {
            if (assignment.questions().get(question).text().equals(text)) {
                return Optional.of(new Target(question, OptionalInt.empty()));
            }
        }
        HandNames.Heard heard = names.read(text);
        Optional<Meant> meant = names.meant(heard.quantity());
        return meant.isPresent()
                ? target(meant.get())
                        .or(() -> meant.filter(one -> one.of().isPresent() && one.kind() == Meant.Kind.GRADIENT)
                                .flatMap(one -> target(one.as(Meant.Kind.LOCAL))))
                : same(heard.quantity().text());
    }

    private Optional<Target> same(String text) {
        return IntStream.range(0, asked.size())
                .filter(question -> Wording.bare(
                                assignment.questions().get(question).text())
                        .equals(Wording.bare(text)))
                .mapToObj(question -> new Target(question, OptionalInt.empty()))
                .findFirst();
    }

    private Optional<Target> target(Meant meant) {
        int whole = asked.indexOf(Optional.of(meant));
        if (whole >= 0) {
            return Optional.of(new Target(whole, OptionalInt.empty()));
        }
        for (int question = 0; question < asked.size(); question++) {
            Optional<Meant> one = asked.get(question);
            boolean within = one.isPresent()
                    && meant.isWithin(one.get())
                    && meant.shape(assignment.model()).size() == 1;
            boolean full =
                    meant.index().size() == meant.whole(assignment.model()).rank();
            if (within && full) {
                int element = meant.elementOf(
                        one.get(), assignment.questions().get(question).shape());
                return Optional.of(new Target(question, OptionalInt.of(element)));
            }
        }
        return Optional.empty();
    }
}

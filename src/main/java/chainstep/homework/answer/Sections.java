package chainstep.homework.answer;

import chainstep.homework.Layers;
import chainstep.homework.Question;
import chainstep.homework.Section;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import java.util.Optional;

/** To which section of a sheet a question belongs, asked or proposed. */
public final class Sections {
    private final Meanings meanings;
    private final Layers layers;

    public Sections(Model model) {
        this.meanings = new Meanings(model);
        this.layers = new Layers(model.program());
    }

    /** The section of a question; an expression that has no name belongs to the forward pass. */
    public Section of(Question question) {
        return of(question.quantity());
    }

    Section of(Quantity quantity) {
        Optional<Meant> meant = meanings.of(quantity);
        return meant.map(this::of).orElseGet(() -> unnamed(quantity.text()));
    }

    Section of(Meant meant) {
        return switch (meant.kind()) {
            case VALUE -> new Section(Section.Kind.FORWARD, 0, hidden());
            case GRADIENT, LOCAL -> layers.backward(meant.node());
            case UPDATED, AFTER -> new Section(Section.Kind.UPDATE, 0, hidden());
        };
    }

    private int hidden() {
        return Math.max(0, layers.last() - 1);
    }

    private Section unnamed(String text) {
        boolean updated =
                text.contains("new(") || text.contains("after(") || text.contains("state(") || text.contains("at(");
        boolean backward = text.contains("grad(")
                || text.contains("jac(")
                || text.contains("local(")
                || text.contains("gradient(");
        Section.Kind kind = updated ? Section.Kind.UPDATE : backward ? Section.Kind.BACKWARD : Section.Kind.FORWARD;
        return new Section(kind, 0, hidden());
    }
}

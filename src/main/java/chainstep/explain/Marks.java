package chainstep.explain;

import chainstep.graph.Node;
import chainstep.graph.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What marks a gradient that is but one of several of its name: the use that it came back by, <em>via y, use 2</em>. */
final class Marks {
    private final Page page;
    private final Uses uses;

    Marks(Page page, Uses uses) {
        this.page = page;
        this.uses = uses;
    }

    /** The mark of a gradient; empty for the whole one. */
    Form of(Node node) {
        Optional<Integer> by = Names.byWhat(node);
        if (page.detail() != Detail.LINE && by.isPresent() && page.picks().isPick(by.get())) {
            return viaPick(node, by.get());
        }
        Optional<Uses.Use> use = uses.via(node);
        if (page.detail() != Detail.LINE && use.isPresent() && page.picks().isPlaced(node)) {
            return page.prose().phrase("via.place", via(use.get()), page.name(((Role.Term) node.role()).through()));
        }
        if (use.isPresent() && repeat(node).isPresent() && page.detail() != Detail.LINE) {
            return page.prose()
                    .phrase(
                            "via.repeat",
                            via(use.get()),
                            page.told(Names.byWhat(node).orElseThrow()));
        }
        return use.or(() -> repeat(node).map(r -> new Uses.Use(List.of(r.through()), r.ordinal(), 0)))
                .map(this::via)
                .orElse(Form.EMPTY);
    }

    /** Of a gradient by what brackets take, that it is but a share where the same elements are used elsewhere too. */
    private Form viaPick(Node gradient, int pick) {
        int of = Names.ofWhat(gradient).orElseThrow();
        Optional<Uses.Use> use = uses.via(gradient);
        Form share = uses.share(of, pick)
                .map(this::via)
                .orElseGet(() -> viaWhole(of, page.picks().whole(pick)));
        return use.map(own -> share.isEmpty() ? via(own) : page.prose().phrase("via.repeat", via(own), page.told(pick)))
                .orElse(share);
    }

    private Form viaWhole(int of, int whole) {
        OptionalInt gradient = page.program().gradient(of, whole);
        return gradient.isPresent() ? of(page.program().node(gradient.getAsInt())) : Form.EMPTY;
    }

    private Form via(Uses.Use use) {
        Form through = page.prose().all(use.through().stream().map(page::name).toList());
        int ordinal = page.detail() == Detail.LINE ? use.line() : use.ordinal();
        return page.prose().phrase(ordinal > 0 ? "via.nth" : "via", through, ordinal);
    }

    /** Whether a gradient is by an inner value that is written like another one. */
    private Optional<Repeats.Repeat> repeat(Node gradient) {
        return Names.byWhat(gradient).flatMap(by -> page.repeat(by));
    }
}

package chainstep.explain;

import chainstep.graph.Elements;
import chainstep.graph.Nest;
import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Points;
import chainstep.graph.Role;
import chainstep.op.AvgPool2d;
import chainstep.op.MaxPool2d;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of a pool's gradient who won which window, by how much, or what share each number has. */
final class PoolText {
    /** The most windows whose winners are named. */
    private static final int NAMED = 6;

    private final Page page;

    PoolText(Page page) {
        this.page = page;
    }

    /** Why a gradient that came through a pool is what it is; nothing for other operations. */
    Optional<Form> because(Role.Term term, Node through) {
        if (through.op() instanceof AvgPool2d pool) {
            int count = pool.size() * pool.size();
            Form share = new Form("1/" + count, "1/" + count);
            return Optional.of(page.prose().say("because.shared", page.name(term.wrt()), share));
        }
        return through.op() instanceof MaxPool2d ? Optional.of(winners(through)) : Optional.empty();
    }

    private Form winners(Node pool) {
        List<Form> won = new ArrayList<>();
        for (int window = 0; window < Math.min(NAMED, pool.shape().size()); window++) {
            won.add(winner(pool, window));
        }
        String more = pool.shape().size() > NAMED ? ";  …" : "";
        String because = page.prose().text("because.windows");
        return new Form(
                because + "  " + won.stream().map(Form::plain).collect(Collectors.joining(";  ")) + more,
                because + " " + won.stream().map(Form::latex).collect(Collectors.joining("; "))
                        + more.replace("…", "$\\dots$"));
    }

    /** One window's winner, with its number and the next greatest. */
    private Form winner(Node pool, int window) {
        int image = pool.inputs().get(0);
        List<Integer> rivals = rivals(pool, window);
        int first = rivals.remove(0);
        Form best = page.number(page.trace().get(image, first));
        if (rivals.isEmpty()) {
            return page.prose().say("pool.won", page.element(image, first), page.element(pool.id(), window), best);
        }
        double second = rivals.stream()
                .mapToDouble(place -> page.trace().get(image, place))
                .max()
                .orElseThrow();
        boolean tie = second == page.trace().get(image, first);
        Form next = page.number(second);
        Form compared = new Form(
                best.plain() + (tie ? " = " : " > ") + next.plain(),
                best.latex() + (tie ? " = " : " > ") + next.latex());
        return page.prose()
                .say(
                        tie ? "pool.tie" : "pool.won",
                        page.element(image, first),
                        page.element(pool.id(), window),
                        compared);
    }

    /** The numbers of a window, the winner first. */
    private List<Integer> rivals(Node pool, int window) {
        Nests nests = pool.op().nests(page.program().operandShapes(pool));
        Nest nest = nests.list().get(0);
        Elements elements =
                new Elements(nests, (k, e) -> page.trace().get(pool.inputs().get(k), e));
        double winner = elements.get(nest.winner(), window);
        List<Integer> places = new ArrayList<>();
        int[] index = nests.shapeOf(nest.out()).index(window);
        Points.touching(nest.domain(), nest.target(), index, point -> {
            Nest.Read read = nest.reads().get(0);
            int place = Points.element(read.map(), nests.shapeOf(read.array()), point);
            places.add(Elements.position(nest.linear(), point) == winner ? 0 : places.size(), place);
        });
        return places;
    }
}

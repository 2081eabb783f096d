package chainstep.ui.graph;

import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which boxes and edges a program has, under a folding: all of the graph that stepping does not change. */
final class Scheme {
    private final Program program;
    private final Folding folding;
    private final int[] homes;
    private final List<Box> boxes;
    private final List<Link> links;
    private final Map<Integer, List<Link>> recalls;
    private final Map<Integer, Integer> arriving = new HashMap<>();
    private final OptionalInt goal;
    private final Set<Integer> given;

    private Scheme(Program program, Folding folding) {
        this.program = program;
        this.folding = folding;
        Homes found = Homes.of(program, folding);
        this.homes = found.all();
        this.boxes = boxes(found);
        this.links = found();
        this.recalls = Recalls.of(boxes, links);
        links.forEach(link -> arriving.merge(link.to(), 1, Integer::sum));
        this.goal = goal(program);
        this.given =
                boxes.stream().filter(box -> box.kind().isGiven()).map(Box::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, with the edges as names that rows make names. */
    private Scheme(Scheme other, Rows rows) {
        this.program = other.program;
        this.folding = other.folding;
        this.homes = other.homes;
        this.boxes = other.boxes;
        this.links = other.links;
        this.goal = other.goal;
        this.given = other.given;
        this.arriving.putAll(other.arriving);
        this.recalls = new HashMap<>();
        for (Link link : links) {
            if (other.isRecall(link) || rows.isNamed(link, other)) {
                recalls.computeIfAbsent(link.to(), fresh -> new ArrayList<>()).add(link);
            }
        }
    }

    static Scheme of(Program program, Folding folding) {
        return new Scheme(program, folding);
    }

    /** What gradients are of: the loss, else what the first backward pass starts from. */
    private static OptionalInt goal(Program program) {
        return program.loss().isPresent()
                ? program.loss()
                : program.nodes().stream()
                        .map(Node::role)
                        .filter(Role.Seed.class::isInstance)
                        .mapToInt(role -> ((Role.Seed) role).of())
                        .findFirst();
    }

    private List<Box> boxes(Homes found) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        Map<Integer, Integer> owned = new TreeMap<>();
        for (int id = 0; id < homes.length; id++) {
            if (homes[id] >= 0) {
                members.computeIfAbsent(homes[id], fresh -> new ArrayList<>()).add(id);
            }
        }
        members.keySet().forEach(id -> owned.merge(found.owner(id), 1, Integer::sum));
        List<Box> all = new ArrayList<>();
        members.forEach((id, inside) -> {
            boolean group = inside.stream().anyMatch(member -> found.value(member) != found.value(id));
            Kind kind = group ? Kind.GROUP : Kind.of(program.node(id));
            boolean apart = owned.get(found.owner(id)) > 1;
            all.add(new Box(id, kind, inside, apart ? found.owner(id) : id, inside.size() > 1, apart));
        });
        return List.copyOf(all);
    }

    private List<Link> found() {
        Set<Link> found = new LinkedHashSet<>();
        for (Node node : program.nodes()) {
            int to = homes[node.id()];
            for (int input : to < 0 ? List.<Integer>of() : node.inputs()) {
                box(input).filter(from -> from != to).ifPresent(from -> found.add(new Link(from, to)));
            }
        }
        return List.copyOf(found);
    }

    Program program() {
        return program;
    }

    Folding folding() {
        return folding;
    }

    /** Drawn in rows. */
    Scheme in(Rows rows) {
        return rows.count() == 1 ? this : new Scheme(this, rows);
    }

    /** Whether nothing computes a box. */
    boolean isGiven(int box) {
        return given.contains(box);
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Link> edges() {
        return links;
    }

    /** The edges to a box that are drawn as the name of what it reads. */
    List<Link> recalls(int box) {
        return recalls.getOrDefault(box, List.of());
    }

    int edgesTo(int box) {
        return arriving.getOrDefault(box, 0);
    }

    boolean isRecall(Link link) {
        return recalls(link.to()).contains(link);
    }

    /** The box that a node is shown in: a gradient in that of what it is by, an update in that of its parameter. */
    Optional<Integer> box(int node) {
        if (homes[node] >= 0) {
            return Optional.of(homes[node]);
        }
        OptionalInt about = about(program.node(node));
        return about.isPresent() && homes[about.getAsInt()] >= 0
                ? Optional.of(homes[about.getAsInt()])
                : Optional.empty();
    }

    /** The value that a gradient is by, or the parameter that an update is of. */
    static OptionalInt about(Node node) {
        Role role = node.role();
        if (role instanceof Role.Term term) {
            return OptionalInt.of(term.wrt());
        } else if (role instanceof Role.Total total) {
            return OptionalInt.of(total.wrt());
        } else if (role instanceof Role.Seed seed) {
            return OptionalInt.of(seed.of());
        }
        return role instanceof Role.Update update && update.param() >= 0
                ? OptionalInt.of(update.param())
                : OptionalInt.empty();
    }

    /** The box of what gradients are of. */
    Optional<Integer> loss() {
        return goal.isPresent() ? box(goal.getAsInt()) : Optional.empty();
    }

    /** The gradient shown beside a value, if it is computed. */
    OptionalInt gradient(int value) {
        return goal.isPresent() ? program.gradient(goal.getAsInt(), value) : OptionalInt.empty();
    }

    /** The edge that a chain-rule term comes back along; none where it lies within a box. */
    Optional<Link> way(Node node) {
        if (!(node.role() instanceof Role.Term term)) {
            return Optional.empty();
        }
        return box(term.wrt())
                .flatMap(from -> box(term.through()).map(to -> new Link(from, to)))
                .filter(link -> link.from() != link.to());
    }

    /** Whether another scheme looks the same, so that everything may stay in its place. */
    boolean looksLike(Scheme other) {
        return boxes.equals(other.boxes) && links.equals(other.links);
    }
}

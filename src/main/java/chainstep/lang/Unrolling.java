package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Phase;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Iterations after the first, written behind the program: each reads the parameters and memories that the one before it leaves, and the
 * data of its own turn. Only what is asked for is written.
 *
 * <p>Mutable; one thread.
 */
final class Unrolling {
    /** How many nodes all iterations together may take; what needs more is left to be computed apart. */
    private static final int MOST_NODES = 6_000;

    /** The same for the numbers in them. */
    private static final long MOST_NUMBERS = 1L << 18;

    /** The same for the steps of their loops. */
    private static final long MOST_POINTS = 1L << 24;

    private final Program model;
    private final ProgramBuilder program;
    private final List<Map<Integer, Integer>> copies = new ArrayList<>(List.of(Map.of()));
    private final Map<Integer, Unrolled> origins = new HashMap<>();

    Unrolling(Program model, ProgramBuilder program) {
        this.model = model;
        this.program = program;
    }

    /** What stands for a node in a later iteration; empty where too much would have to be written. */
    OptionalInt at(int iteration, int node) {
        if ((long) iteration * model.points() > MOST_POINTS || iteration > MOST_NODES) {
            return OptionalInt.empty();
        }
        while (copies.size() <= iteration) {
            copies.add(new HashMap<>());
        }
        List<BitSet> needed = needed(iteration, node);
        if (!isSmall(needed)) {
            return OptionalInt.empty();
        }
        Phase phase = program.phase();
        for (int level = 1; level <= iteration; level++) {
            int now = level;
            needed.get(level).stream().forEach(id -> copy(now, program.node(id)));
        }
        program.phase(phase);
        return OptionalInt.of(stands(iteration, node));
    }

    /** What has yet to be written in each iteration. */
    private List<BitSet> needed(int iteration, int node) {
        List<BitSet> needed = new ArrayList<>();
        copies.forEach(level -> needed.add(new BitSet()));
        needed.get(iteration).set(node);
        for (int level = iteration; level > 0; level--) {
            BitSet here = needed.get(level);
            for (int id = here.length() - 1; id >= 0; id = here.previousSetBit(id - 1)) {
                if (copies.get(level).containsKey(id)) {
                    here.clear(id);
                } else if (next(id).isPresent()) {
                    needed.get(level - 1).set(next(id).getAsInt());
                } else {
                    program.node(id).inputs().forEach(here::set);
                    spokenOf(program.node(id).role()).forEach(here::set);
                }
            }
        }
        return needed;
    }

    private boolean isSmall(List<BitSet> needed) {
        long nodes = origins.size();
        long numbers = 0;
        for (BitSet level : needed.subList(1, needed.size())) {
            nodes += level.cardinality();
            numbers += level.stream()
                    .mapToLong(id -> program.node(id).shape().size())
                    .sum();
        }
        return nodes <= MOST_NODES && numbers <= MOST_NUMBERS;
    }

    private OptionalInt next(int leaf) {
        return program.node(leaf).isLeaf() ? model.next(leaf) : OptionalInt.empty();
    }

    private int stands(int iteration, int node) {
        return iteration == 0 ? node : copies.get(iteration).get(node);
    }

    private void copy(int iteration, Node node) {
        int copy = copied(iteration, node);
        copies.get(iteration).put(node.id(), copy);
        if (copy != node.id() && next(node.id()).isEmpty()) {
            origins.put(copy, new Unrolled(node.id(), iteration));
        }
    }

    private int copied(int iteration, Node node) {
        OptionalInt next = next(node.id());
        if (next.isPresent()) {
            return stands(iteration - 1, next.getAsInt());
        } else if (node.op() instanceof Leaf leaf) {
            return leaf.supply().varies()
                    ? program.phase(node.phase()).leaf(leaf.kind(), new Delayed(leaf.supply(), iteration))
                    : node.id();
        }
        List<Integer> inputs =
                node.inputs().stream().map(input -> stands(iteration, input)).toList();
        Role role = role(iteration, node.role());
        if (inputs.equals(node.inputs()) && role.equals(node.role())) {
            return node.id();
        }
        int copy = program.phase(node.phase()).add(node.op(), inputs, role);
        record(node, role, copy);
        return copy;
    }

    private void record(Node node, Role role, int copy) {
        if (node.role() instanceof Role.Term term
                && program.gradient(term.of(), term.wrt()).orElse(-1) == node.id()) {
            program.gradient(((Role.Term) role).of(), ((Role.Term) role).wrt(), copy);
        } else if (role instanceof Role.Total total) {
            program.gradient(total.of(), total.wrt(), copy);
        } else if (role instanceof Role.Seed seed) {
            program.gradient(seed.of(), seed.of(), copy);
        }
    }

    private static List<Integer> spokenOf(Role role) {
        if (role instanceof Role.Seed seed) {
            return List.of(seed.of());
        } else if (role instanceof Role.Term term) {
            return List.of(term.of(), term.wrt(), term.through());
        } else if (role instanceof Role.Total total) {
            return List.of(total.of(), total.wrt());
        }
        return role instanceof Role.Update update && update.param() >= 0 ? List.of(update.param()) : List.of();
    }

    private Role role(int iteration, Role role) {
        if (role instanceof Role.Seed seed) {
            return new Role.Seed(stands(iteration, seed.of()));
        } else if (role instanceof Role.Term term) {
            return new Role.Term(
                    stands(iteration, term.of()),
                    stands(iteration, term.wrt()),
                    stands(iteration, term.through()),
                    term.operand());
        } else if (role instanceof Role.Total total) {
            return new Role.Total(stands(iteration, total.of()), stands(iteration, total.wrt()));
        }
        return role instanceof Role.Update update && update.param() >= 0
                ? new Role.Update(stands(iteration, update.param()), update.part())
                : role;
    }

    /** For each node that was written, what it is in which iteration. */
    Map<Integer, Unrolled> origins() {
        return origins;
    }
}

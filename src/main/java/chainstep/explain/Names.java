package chainstep.explain;

import chainstep.graph.BrokenOff;
import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.op.BatchNorm;
import chainstep.op.LayerNorm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Which values have a name of their own, and how it is lettered; a name given again has primes (x, x′, x″). */
final class Names {
    /** What the value that an activation is applied to is called, with the activation's name below; the last no user can type. */
    private static final List<String> PREACTIVATION = List.of("z", "a", "net", "u", "z̃");

    private static final Lettering UNNAMED = Lettering.of("w", false, 0);

    private final Program program;
    private final Map<Integer, List<String>> labels;
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final Map<Integer, Lettering> masks = new HashMap<>();
    private final Map<Integer, Optional<Lettering>> lettered = new HashMap<>();
    private final Map<Integer, Boolean> shown = new HashMap<>();

    /** The user's names that are written as they were typed. */
    private final Set<String> typed;

    /** The user's letters; worked out when first asked for. */
    private final Set<String> taken = new HashSet<>();

    /** Of every node, where its line leads; worked out when first asked for. */
    private int[] ends = new int[0];

    /** @param labels names of single elements ({@code w5 w6 …}), row-major, for the nodes that have them */
    Names(Program program, Map<Integer, List<String>> labels) {
        this.program = program;
        this.labels = Map.copyOf(labels);
        this.typed = Alike.among(program);
        Map<String, Integer> met = new HashMap<>();
        for (Node node : program.nodes()) {
            if (!node.name().isEmpty()) {
                versions.put(node.id(), met.merge(node.name(), 1, Integer::sum) - 1);
            }
        }
        program.nodes().stream().filter(Names::isMask).forEach(mask -> letterMask(mask, met));
    }

    /** Whether the value is one that the reader drew for a dropout. */
    static boolean isMask(Node node) {
        return node.isLeaf(Leaf.Kind.RANDOM) && node.name().isEmpty();
    }

    /** A dropout's mask is called after the value of its line: m_d. */
    private void letterMask(Node mask, Map<String, Integer> met) {
        String line = letters(line(mask.id()))
                .map(letters -> "m_" + letters.plain().replace("′", ""))
                .orElse("m");
        masks.put(mask.id(), Lettering.of(line, mask.shape().isScalar(), met.merge(line, 1, Integer::sum) - 1));
    }

    /** Whether a step at depth <em>line</em> shows the value: the user named it, or it is what the program is about. */
    boolean isShown(int id) {
        Boolean known = shown.get(id);
        if (known == null) {
            known = shows(id);
            shown.put(id, known);
        }
        return known;
    }

    private boolean shows(int id) {
        Node node = program.node(id);
        if (node.isNamed() || isLoss(id) || isPreactivation(node)) {
            return true;
        } else if (node.role() instanceof Role.Update role) {
            return node.isLeaf() && letters(role).isPresent() || UpdateNames.isShown(role);
        }
        return !(node.role() instanceof Role.Seed)
                && byWhat(node).filter(by -> !isPartial(by) && isShown(by)).isPresent();
    }

    /** Whether it is shown and whole, so that it has a row of its own at depth <em>line</em>. */
    boolean isRow(int id) {
        return isShown(id) && !isPartial(id);
    }

    /** Whether it is one term of a gradient that has several. */
    private boolean isPartial(int id) {
        Node node = program.node(id);
        return node.role() instanceof Role.Term term
                && node.name().isEmpty()
                && program.gradient(term.of(), term.wrt()).orElse(-1) != id;
    }

    /** Whether it is a whole gradient that is called by what it is: ∂E/∂w. */
    boolean isCalledGradient(int id) {
        Node node = program.node(id);
        boolean gradient = node.role() instanceof Role.Term || node.role() instanceof Role.Total;
        return gradient && letters(id).isEmpty() && !isPartial(id);
    }

    /** The first shown value on the way from a node towards the end of its line; the node itself if it is shown. */
    int line(int id) {
        if (ends.length == 0) {
            ends = ends();
        }
        return ends[id];
    }

    private int[] ends() {
        int[] end = new int[program.size()];
        for (int id = end.length - 1; id >= 0; id--) {
            BrokenOff.check();
            OptionalInt next = isShown(id) ? OptionalInt.empty() : program.reader(id);
            end[id] = next.isPresent() ? end[next.getAsInt()] : id;
        }
        return end;
    }

    boolean isLoss(int id) {
        return program.loss().isPresent() && program.loss().getAsInt() == id;
    }

    /** Whether it is the loss with the penalties that minimize adds: no line of the user's computes it. */
    boolean isPenalised(int id) {
        return program.node(id).name().endsWith(".penalised");
    }

    Optional<Lettering> letters(int id) {
        Optional<Lettering> known = Optional.ofNullable(masks.get(id));
        if (known.isEmpty()) {
            known = lettered.getOrDefault(id, Optional.empty());
            if (known.isEmpty() && !lettered.containsKey(id)) {
                known = lettersOf(id);
                lettered.put(id, known);
            }
        }
        return known;
    }

    private Optional<Lettering> lettersOf(int id) {
        Node node = program.node(id);
        if (isLoss(id) && !node.isNamed()) {
            return Optional.of(Lettering.of(freeLetter(), true, 0));
        } else if (node.isNamed()) {
            return Optional.of(named(node));
        } else if (isPreactivation(node)) {
            return Optional.of(preactivation(node));
        }
        return node.role() instanceof Role.Update role ? letters(role) : Optional.empty();
    }

    private Lettering named(Node node) {
        int version = versions.get(node.id());
        return typed.contains(node.name())
                ? Lettering.typed(node.name(), version)
                : Lettering.of(node.name(), node.shape().isScalar(), version);
    }

    /** What an activation is applied to has a textbook's letter, z_h; other inner values are written as formulas. */
    static boolean isPreactivation(Node node) {
        int z = node.name().lastIndexOf(".z");
        return z >= 0 && node.name().chars().skip(z + 2).allMatch(c -> c >= '0' && c <= '9');
    }

    private Lettering preactivation(Node node) {
        int z = node.name().lastIndexOf(".z") + 1;
        return PREACTIVATION.stream()
                .map(letter ->
                        node.name().substring(0, z) + letter + node.name().substring(z + 1))
                .filter(name -> isFree(name, node, 0) && isFree(name, node, versions.get(node.id())))
                .map(name -> Lettering.of(name, node.shape().isScalar(), versions.get(node.id())))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a version of what it would be called is called so by no value of the user's. */
    private boolean isFree(String name, Node node, int version) {
        Lettering letter = Lettering.of(name, node.shape().isScalar(), version);
        return !isTaken(letter.plain()) && !isTaken(letter.form().latex());
    }

    private String freeLetter() {
        boolean penalised = isPenalised(program.loss().orElseThrow());
        return (penalised ? List.of("J", "E_total") : List.of("E", "J", "L", "E_total"))
                .stream()
                        .filter(letter -> program.named(letter).isEmpty())
                        .findFirst()
                        .orElse("loss");
    }

    private Optional<Lettering> letters(Role.Update role) {
        if (UpdateNames.isUnlettered(role.part())) {
            return Optional.empty();
        }
        boolean shared = role.param() < 0;
        Lettering param =
                shared ? Lettering.of("W", false, 0) : letters(role.param()).orElse(UNNAMED);
        return Optional.of(lettered(role.part(), param, shared));
    }

    private Lettering lettered(String named, Lettering param, boolean shared) {
        String part = untaken(named);
        if (part.equals("new")) {
            return param;
        } else if (part.equals("norm") && taken().contains("g")) {
            return UpdateNames.NORM;
        }
        Lettering letter = UpdateNames.of(part, param, shared);
        while (isTaken(letter) || letter.plain().equals("ε") && isNormalised()) {
            letter = UpdateNames.apart(letter);
        }
        return letter;
    }

    /** Whether a normalisation's ε is told of, with which an optimiser's would be confused. */
    private boolean isNormalised() {
        return program.nodes().stream()
                .anyMatch(node -> node.op() instanceof BatchNorm || node.op() instanceof LayerNorm);
    }

    /** Whether a letter looks, in plain text or in LaTeX, like a value of the user's or, β₁, like an element of one. */
    private boolean isTaken(Lettering letter) {
        boolean numbered = letter.lowered().matches("\\d");
        return isTaken(letter.plain()) || isTaken(letter.form().latex()) || numbered && isTaken(letter.base());
    }

    /** What the user's own values are called, in plain text and in LaTeX; no letter of an update may pass for one. */
    private Set<String> taken() {
        if (taken.isEmpty()) {
            taken.add("");
            program.nodes().stream()
                    .filter(node -> node.isNamed() && !(node.role() instanceof Role.Update))
                    .map(this::named)
                    .forEach(letter ->
                            taken.addAll(List.of(letter.plain(), letter.form().latex())));
        }
        return taken;
    }

    /** Whether a value of the user's is called by a letter. */
    boolean isTaken(String letter) {
        return taken().contains(letter);
    }

    /** The first of these letters that no value of the user's is called by; with primes where all are. */
    String free(List<String> letters) {
        return Stream.iterate(
                        letters, all -> all.stream().map(letter -> letter + "′").toList())
                .flatMap(List::stream)
                .filter(letter -> !taken().contains(letter))
                .findFirst()
                .orElseThrow();
    }

    /** The count of updates and a schedule's length give way where the user's own values are called t and T. */
    private String untaken(String part) {
        boolean length = part.equals("total") || part.equals("steps");
        if (length && program.named("T").isPresent()) {
            return "T_max";
        }
        return part.equals("t") && program.named("t").isPresent() ? "k" : part;
    }

    /** The label of an element, where the user gave one; what an update makes of a labelled parameter bears its labels: Δw1. */
    Optional<Form> label(int id, int element) {
        return program.node(id).role() instanceof Role.Update role && role.param() >= 0
                ? updated(id, role, element)
                : labelled(id, element).map(Lettering::form);
    }

    private Optional<Lettering> labelled(int id, int element) {
        return Optional.ofNullable(labels.get(id)).map(list -> {
            Lettering written = Lettering.of(list.get(element), true, 0);
            return new Lettering(list.get(element), written.base(), written.raised(), written.lowered());
        });
    }

    private Optional<Form> updated(int id, Role.Update role, int element) {
        boolean alike =
                program.node(id).shape().equals(program.node(role.param()).shape());
        return alike && !UpdateNames.isUnlettered(role.part())
                ? labelled(role.param(), element)
                        .map(label -> lettered(role.part(), label, false).form())
                : Optional.empty();
    }

    /** The value a gradient node is the gradient by, if it is one. */
    static Optional<Integer> byWhat(Node node) {
        if (node.role() instanceof Role.Term term) {
            return Optional.of(term.wrt());
        } else if (node.role() instanceof Role.Total total) {
            return Optional.of(total.wrt());
        }
        return node.role() instanceof Role.Seed seed ? Optional.of(seed.of()) : Optional.empty();
    }

    /** The value a gradient node is the gradient of, if it is one. */
    static Optional<Integer> ofWhat(Node node) {
        if (node.role() instanceof Role.Term term) {
            return Optional.of(term.of());
        } else if (node.role() instanceof Role.Total total) {
            return Optional.of(total.of());
        }
        return node.role() instanceof Role.Seed seed ? Optional.of(seed.of()) : Optional.empty();
    }
}

package chainstep.explain;

import chainstep.graph.Role;
import java.util.Map;
import java.util.Set;

/** The letters of an update: η, β₁, m, v, t, and which of its parts a step at depth <em>line</em> shows. */
final class UpdateNames {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("rate", "eta"),
            Map.entry("eps", "epsilon"),
            Map.entry("weight_decay", "lambda"),
            Map.entry("clip", "c"),
            Map.entry("limit", "c_max"),
            Map.entry("clipped", "g"),
            Map.entry("direction", "d"),
            Map.entry("min", "eta_min"),
            Map.entry("total", "T"),
            Map.entry("steps", "T"),
            Map.entry("factor", "gamma"),
            Map.entry("drops", "n"),
            Map.entry("since", "s"),
            Map.entry("every", "S"));
    private static final Set<String> SHOWN =
            Set.of("rate", "m", "v", "m_hat", "v_hat", "t", "norm", "clip", "clipped", "drops", "since", "new");

    /** The norm of all gradients, where ‖g‖ would be the norm of the user's g. */
    static final Lettering NORM = new Lettering("‖∇‖", "\\lVert \\nabla \\rVert", "", "");

    private UpdateNames() {}

    /** A letter of the update that a value of the user's has too. */
    static Lettering apart(Lettering letter) {
        String opt = "\\mathrm{opt}";
        return new Lettering(
                letter.plain() + "_opt",
                letter.base(),
                letter.raised(),
                letter.lowered().isEmpty() ? opt : letter.lowered() + ",\\," + opt);
    }

    /** Whether a part is only ever written out: an inner value, 1 − β, a correction. */
    static boolean isUnlettered(String part) {
        return part.indexOf('.') >= 0
                || part.startsWith("1-")
                || part.startsWith("-")
                || part.startsWith("bias_")
                || part.equals("decay")
                || part.equals("height")
                || part.equals("decayed");
    }

    /** Whether the part is shown by name even at depth <em>line</em>. */
    static boolean isShown(Role.Update role) {
        return SHOWN.contains(role.part());
    }

    /**
     * How a part is lettered; {@code param} is the parameter it belongs to, empty where it is shared. Inner values have no
     * letter.
     */
    static Lettering of(String part, Lettering param, boolean shared) {
        String base = part;
        String mark = "";
        String tex = "";
        if (part.endsWith("_hat")) {
            base = part.substring(0, part.length() - 4);
            mark = "\u0302";
            tex = "\\hat{" + base + "}";
        } else if (part.equals("lr")) {
            return new Lettering("η₀", "\\eta", "", "0");
        } else if (part.equals("step")) {
            return new Lettering("Δ" + param.plain(), "\\Delta " + param.base(), param.raised(), param.lowered());
        } else if (part.equals("norm")) {
            return new Lettering("‖g‖", "\\lVert g \\rVert", "", "");
        }
        Lettering letter = Lettering.of(LETTERS.getOrDefault(base, base), true, 0);
        String latex = tex.isEmpty() ? letter.base() : tex;
        if (shared) {
            return new Lettering(letter.plain() + mark, latex, "", letter.lowered());
        }
        return new Lettering(
                letter.plain() + mark + "_" + param.plain(),
                latex,
                "",
                param.form().latex());
    }
}

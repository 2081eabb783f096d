package chainstep.ui.formula;

import chainstep.explain.Form;
import chainstep.ui.look.Look;
import java.awt.Color;
import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sets formulas and words, and remembers the latest of them: setting takes milliseconds, stepping back and forth asks for the
 * same again. For the event thread only.
 */
public final class Typesetter {
    private static final int REMEMBERED = 600;

    private final Map<Object, Drawn> set = new LinkedHashMap<>(16, 0.75f, true);

    private record Formula(String latex, String plain, float size, Color colour) {}

    private record Text(String text, Font font, Color colour) {}

    /** A formula; what LaTeX cannot set is drawn in its plain form. */
    public Drawn formula(Form form, float size, Color colour) {
        return remembered(
                new Formula(form.latex(), form.plain(), size, colour), () -> formula(form.latex(), form, size, colour));
    }

    /** A formula among words, of which there is no plain form. */
    public Drawn formula(String latex, float size, Color colour) {
        return formula(new Form(latex, latex), size, colour);
    }

    private static Drawn formula(String latex, Form form, float size, Color colour) {
        try {
            return TexDrawn.of(latex, size, colour);
        } catch (RuntimeException unset) {
            return TextDrawn.of(form.plain(), Look.numbers(size), colour);
        }
    }

    /** Whether a formula can be set as LaTeX. */
    public static boolean sets(String latex) {
        try {
            return TexDrawn.of(latex, 20, Color.BLACK).width() >= 0;
        } catch (RuntimeException unset) {
            return false;
        }
    }

    public Drawn text(String text, Font font, Color colour) {
        return remembered(new Text(text, font, colour), () -> TextDrawn.of(text, font, colour));
    }

    private Drawn remembered(Object key, Supplier<Drawn> make) {
        Drawn there = set.get(key);
        if (there == null) {
            there = make.get();
            set.put(key, there);
            if (set.size() > REMEMBERED) {
                set.remove(set.keySet().iterator().next());
            }
        }
        return there;
    }
}

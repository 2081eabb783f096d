package chainstep.ui.derivation;

import chainstep.explain.Ink;
import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import java.util.Map;

/** How large, in which colours and in which language a derivation is set. */
public record Style(Settings settings) {
    private float size(float usual, float projected) {
        return settings.projector() ? projected : usual;
    }

    public float formula() {
        return size(17, 30);
    }

    /** How small a formula may be drawn. */
    public float leastFormula() {
        return size(11.5f, 28);
    }

    public Font words() {
        return Look.words(size(13, 20));
    }

    public Font small() {
        return Look.words(size(11.5f, 18));
    }

    public Font title() {
        return Look.words(size(15.5f, 28)).deriveFont(Font.BOLD);
    }

    public Font numbers() {
        return Look.numbers(size(12.5f, 20));
    }

    public int gap() {
        return settings.projector() ? 18 : 12;
    }

    public Color colour(Hue hue) {
        return Palette.of(settings.theme()).get(hue);
    }

    public Color colour(Ink ink) {
        return colour(
                switch (ink) {
                    case VALUE, PARAMETER -> Hue.VALUE;
                    case GRADIENT -> Hue.GRADIENT;
                    case UPDATE -> Hue.UPDATE;
                });
    }

    /** The colours of a formula's values, as LaTeX takes them. */
    public Map<Ink, String> inks() {
        return Map.of(
                Ink.VALUE, hex(Ink.VALUE),
                Ink.PARAMETER, hex(Ink.PARAMETER),
                Ink.GRADIENT, hex(Ink.GRADIENT),
                Ink.UPDATE, hex(Ink.UPDATE));
    }

    private String hex(Ink ink) {
        return hex(colour(ink));
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }

    /** LaTeX whose wrong parts are red, in the red of the theme. */
    public String marked(String latex) {
        return latex.replace("{red}", "{" + hex(colour(Hue.WRONG)) + "}");
    }

    public String say(String key, Object... arguments) {
        return Words.of("ui", settings.locale()).say(key, arguments);
    }
}

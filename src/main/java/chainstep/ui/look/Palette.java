package chainstep.ui.look;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The colours of a theme, as its data file has them: {@code chainstep/look/light.properties}. */
public final class Palette {
    private static final int VEIL = 150;
    private static final Map<Theme, Palette> ALL = new ConcurrentHashMap<>();

    private final Map<Hue, Color> colours;

    private Palette(Map<Hue, Color> colours) {
        this.colours = colours;
    }

    public static Palette of(Theme theme) {
        return ALL.computeIfAbsent(theme, Palette::read);
    }

    public Color get(Hue hue) {
        return colours.get(hue);
    }

    /** What is laid over something so that it looks pale: the colour, seen through. */
    public Color veil(Hue hue) {
        Color colour = get(hue);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), VEIL);
    }

    /** Between two colours: 0 is the first, 1 the second. */
    public static Color between(Color first, Color second, double part) {
        double p = Math.max(0, Math.min(1, part));
        return new Color(
                mix(first.getRed(), second.getRed(), p),
                mix(first.getGreen(), second.getGreen(), p),
                mix(first.getBlue(), second.getBlue(), p));
    }

    private static int mix(int a, int b, double part) {
        return (int) Math.round(a + (b - a) * part);
    }

    /** A number's colour in a heat map: −1 the lowest, +1 the highest; beyond them the same. */
    public Color heat(double value) {
        Color end = get(value < 0 ? Hue.HEAT_LOW : Hue.HEAT_HIGH);
        return between(get(Hue.HEAT_ZERO), end, Math.abs(value));
    }

    private static Palette read(Theme theme) {
        String file = "/chainstep/look/" + name(theme) + ".properties";
        Properties lines = new Properties();
        try (Reader text = new InputStreamReader(Palette.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        Map<Hue, Color> colours = new EnumMap<>(Hue.class);
        for (Hue hue : Hue.values()) {
            colours.put(hue, Color.decode(lines.getProperty(name(hue))));
        }
        return new Palette(colours);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}

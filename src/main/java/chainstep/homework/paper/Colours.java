package chainstep.homework.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of the light theme, on paper too. */
final class Colours {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z.]+)}");

    private final Properties hues = new Properties();

    Colours() {
        try (Reader text =
                new InputStreamReader(resource("/chainstep/look/light.properties"), StandardCharsets.UTF_8)) {
            hues.load(text);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** The style sheet of all pages, with the colours in it. */
    String style() {
        try (InputStream sheet = resource("/chainstep/paper/page.css")) {
            Matcher hole = HOLE.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            return hole.replaceAll(found -> hues.getProperty(found.group(1)));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Between white and the colour of a hue: 0 is white, 1 the hue. */
    String shade(String hue, double part) {
        int colour = Integer.decode(hues.getProperty(hue));
        StringBuilder mixed = new StringBuilder("#");
        for (int shift = 16; shift >= 0; shift -= 8) {
            long channel = Math.round(255 + ((colour >> shift & 255) - 255) * part);
            mixed.append(String.format(Locale.ROOT, "%02X", channel));
        }
        return mixed.toString();
    }

    private static InputStream resource(String name) {
        return Colours.class.getResourceAsStream(name);
    }
}

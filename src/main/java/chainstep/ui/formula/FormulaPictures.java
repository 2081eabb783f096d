package chainstep.ui.formula;

import chainstep.homework.paper.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Formulas for paper, with 300 dots to the inch; remembers the latest, for a class makes the same slips. One thread at a time. */
public final class FormulaPictures implements Pictures {
    private static final int REMEMBERED = 1000;
    private static final double DOTS = 300 / 72.0;
    private static final float SIZE = 12;
    private static final double WIDEST = 470;
    private static final int LONGEST = 4000;

    private final Map<String, Optional<Printed>> set = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    public synchronized Optional<Printed> formula(String latex) {
        Optional<Printed> there = set.get(latex);
        if (there == null) {
            there = latex.length() > LONGEST ? Optional.empty() : drawn(latex);
            set.put(latex, there);
            if (set.size() > REMEMBERED) {
                set.remove(set.keySet().iterator().next());
            }
        }
        return there;
    }

    private static Optional<Printed> drawn(String latex) {
        try {
            return Optional.of(picture(TexDrawn.of(latex, SIZE, Color.BLACK)));
        } catch (RuntimeException unset) {
            return Optional.empty();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static Printed picture(Drawn formula) throws IOException {
        double scale = Math.min(1, WIDEST / formula.width());
        double width = (formula.width() + 1) * scale;
        double height = (formula.height() + 1) * scale;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * DOTS), (int) Math.ceil(height * DOTS), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(scale * DOTS, scale * DOTS);
        formula.paint(pen, 0.5, formula.ascent() + 0.5);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        }
        return new Printed(png.toByteArray(), image.getWidth() / DOTS, image.getHeight() / DOTS, 1);
    }
}

package chainstep.ui.formula;

import chainstep.ui.look.Letters;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.List;

/** Lines of text below each other, level on their middle line; letters that a font lacks come from the machine's own. */
record TextDrawn(List<TextLayout> lines, Color colour) implements Drawn {
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    TextDrawn {
        lines = List.copyOf(lines);
    }

    static TextDrawn of(String text, Font font, Color colour) {
        List<TextLayout> lines = text.lines()
                .map(line -> line.isEmpty() ? " " : line)
                .map(line -> new TextLayout(Letters.in(line, font).getIterator(), SMOOTH))
                .toList();
        return new TextDrawn(
                lines.isEmpty() ? List.of(new TextLayout(Letters.in(" ", font).getIterator(), SMOOTH)) : lines, colour);
    }

    private float pitch() {
        TextLayout first = lines.get(0);
        return first.getAscent() + first.getDescent() + first.getLeading();
    }

    @Override
    public double width() {
        return lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
    }

    @Override
    public double ascent() {
        return lines.get(0).getAscent() + pitch() * (lines.size() / 2);
    }

    @Override
    public double descent() {
        return pitch() * (lines.size() - lines.size() / 2 - 1)
                + lines.get(lines.size() - 1).getDescent();
    }

    @Override
    public void paint(Graphics2D graphics, double x, double baseline) {
        graphics.setColor(colour);
        float y = (float) (baseline - pitch() * (lines.size() / 2));
        for (TextLayout line : lines) {
            line.draw(graphics, (float) x, y);
            y += pitch();
        }
    }
}

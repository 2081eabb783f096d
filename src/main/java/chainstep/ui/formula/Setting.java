package chainstep.ui.formula;

import java.awt.Graphics2D;
import java.util.List;

/**
 * A formula's lines, and how much smaller than asked they are drawn.
 *
 * @param lines below each other
 * @param scale at most 1
 */
record Setting(List<Line> lines, double scale) {
    /** Between two lines. */
    static final int GAP = 8;

    Setting {
        lines = List.copyOf(lines);
    }

    /**
     * Some parts of a formula beside each other.
     *
     * @param indent left of the first
     */
    record Line(List<Part> parts, double indent) {
        Line {
            parts = List.copyOf(parts);
        }

        double width() {
            double drawn =
                    parts.stream().mapToDouble(part -> part.drawn().width()).sum();
            double between = parts.stream().skip(1).mapToDouble(Part::gap).sum();
            return indent + drawn + between;
        }

        double ascent() {
            return parts.stream()
                    .mapToDouble(part -> part.drawn().ascent())
                    .max()
                    .orElse(0);
        }

        double height() {
            return ascent()
                    + parts.stream()
                            .mapToDouble(part -> part.drawn().descent())
                            .max()
                            .orElse(0);
        }

        /** @param y of its upper edge */
        void paint(Graphics2D pen, double y) {
            double x = indent;
            for (Part part : parts) {
                x += x == indent ? 0 : part.gap();
                part.drawn().paint(pen, x, y + ascent());
                x += part.drawn().width();
            }
        }
    }

    /**
     * A side of an equation, or a piece of one.
     *
     * @param gap to what stands before it on its line
     * @param within whether it goes on with a side that was begun before it
     */
    record Part(Drawn drawn, double gap, boolean within) {}

    double widest() {
        return scale * lines.stream().mapToDouble(Line::width).max().orElse(0);
    }

    double height() {
        double lone = lines.stream().mapToDouble(Line::height).sum();
        return scale * (lone + GAP * (lines.size() - 1));
    }

    boolean fits(int width) {
        return widest() <= width + 0.5;
    }
}

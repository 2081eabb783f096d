package chainstep.homework.paper;

import chainstep.lang.Model;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a page needs drawn, by those who can draw. Asked by any thread. */
public interface Pictures {
    /** Nobody draws: formulas are written, graphs are left out. */
    Pictures NONE = latex -> Optional.empty();

    /**
     * A picture to be printed.
     *
     * @param png with enough dots for paper
     * @param width on paper, in points
     * @param height on paper, in points
     * @param smallest how many times as large it may be made, 1 at most, and still be read
     */
    record Printed(byte[] png, double width, double height, double smallest) {
        public Printed {
            png = png.clone();
        }

        /** The same, so many times as large. */
        Printed scaled(double scale) {
            return new Printed(png, scale * width, scale * height, smallest / scale);
        }

        @Override
        public byte[] png() {
            return png.clone();
        }
    }

    /** A formula as LaTeX sets it; empty where it cannot be set. The same formula gives the same picture. */
    Optional<Printed> formula(String latex);

    /**
     * The graph of a network with what is given, and empty slots for every other number: one picture, or several where one could not
     * be read on a page; none where that does not help.
     */
    default List<Printed> graph(Model model, Locale locale) {
        return List.of();
    }
}

package chainstep.homework.paper;

import java.util.Optional;

/** What a page needs drawn, by those who can draw. Asked by any thread. */
public interface Pictures {
    /** Nobody draws: formulas are left out. */
    Pictures NONE = latex -> Optional.empty();

    /**
     * A picture to be printed.
     *
     * @param png with enough dots for paper
     * @param width on paper, in points
     * @param height on paper, in points
     */
    record Picture(byte[] png, double width, double height) {
        public Picture {
            png = png.clone();
        }

        @Override
        public byte[] png() {
            return png.clone();
        }
    }

    /** A formula as LaTeX sets it; empty where it cannot be set. The same formula gives the same picture. */
    Optional<Picture> formula(String latex);
}

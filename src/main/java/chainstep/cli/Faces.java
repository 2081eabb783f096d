package chainstep.cli;

import chainstep.debug.Depth;
import chainstep.homework.paper.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The other face, as far as the command line may ask for it; whoever starts the program knows both. */
public interface Faces {
    /** No other face: everything is text. */
    Faces NONE = new Faces() {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public void window(Optional<Path> file, Optional<Locale> language) {
            // there is none to open
        }

        @Override
        public byte[] picture(Picture wish) {
            return new byte[0];
        }
    };

    /** Whether a window can be shown. */
    boolean hasDisplay();

    /** Opens the window and waits until it is closed. */
    void window(Optional<Path> file, Optional<Locale> language) throws InterruptedException;

    /** Paints a picture of the window, for which no display is needed: a PNG; empty where there is no other face. */
    byte[] picture(Picture wish) throws IOException;

    /** What is drawn for paper; nothing where there is no other face. */
    default Pictures pictures() {
        return Pictures.NONE;
    }

    /** The pages of a window. */
    enum Page {
        DEBUG,
        HOMEWORK,
        TRAIN
    }

    /**
     * What a picture shall show.
     *
     * @param file nothing is open where it is empty
     * @param step the number of the step at the depth, from 1; the start for 0, the first chain-rule term where it is empty
     * @param sample which row of each batch is looked at alone, from 1
     * @param page of the window
     * @param sheet of answers, on the Homework page
     * @param epochs that are trained before, on the Train page
     * @param safe in colours that people with a colour vision deficiency can tell apart
     * @param scale pixels for one of the window's
     */
    record Picture(
            Optional<Path> file,
            Optional<Depth> depth,
            OptionalLong step,
            long iteration,
            OptionalInt sample,
            Page page,
            Optional<Path> sheet,
            long epochs,
            Locale locale,
            boolean dark,
            boolean safe,
            boolean projector,
            int width,
            int height,
            double scale) {}
}

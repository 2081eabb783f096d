package chainstep.ui.file;

import chainstep.ui.Standing;
import chainstep.ui.Start;
import chainstep.words.Phrase;
import java.util.Optional;

/**
 * Where the run of a saved file stood when its window was gone; the file is opened as it is now.
 *
 * @param text the file's text then
 * @param crashed whether the window was killed; one that was closed tells nothing
 */
public record Stood(String text, Standing standing, boolean crashed) {
    /** Where the file, with the text that it has now, is taken up again; what it sets since then stays. */
    public Start start(String now) {
        return now.equals(text) ? standing : standing.besideGiven();
    }

    /** What there is to say about it: nothing where nothing was set and no step taken. */
    public Optional<Phrase> told() {
        boolean some = standing.index() >= 0
                || standing.iteration() > 0
                || !standing.breakpoints().isEmpty()
                || !standing.watches().isEmpty();
        return Optional.of(Phrase.of(
                        "ui",
                        "file.recovered.standing",
                        standing.iteration(),
                        standing.index() + 1,
                        standing.breakpoints().size(),
                        standing.watches().size()))
                .filter(phrase -> crashed && some);
    }
}

package chainstep.ui.homework;

import chainstep.ui.file.Asking;
import chainstep.words.Words;
import java.nio.file.Path;
import java.util.Optional;

/** Somebody who, asked for a file, names none. */
class Silent implements Asking {
    @Override
    public Answer unsaved(String name, Words words) {
        return Answer.CANCEL;
    }

    @Override
    public Optional<Path> open(Optional<Path> beside, Words words) {
        return Optional.empty();
    }

    @Override
    public boolean overwrite(String name, Words words) {
        return false;
    }

    @Override
    public Optional<Path> save(Optional<Path> beside, String suggested, Words words) {
        return Optional.empty();
    }
}

package chainstep.ui;

import chainstep.data.Rows;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.lang.Take;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A draft, read as a model.
 *
 * @param widened why its batches could not be narrowed to the sample that was looked at, and are whole again
 */
record Reading(Model model, Optional<SourceError> widened) {
    /** As the draft wants it, or not at all. */
    static Reading strictly(Draft draft) {
        return new Reading(model(draft, draft.sample()), Optional.empty());
    }

    /** As the draft wants it; with whole batches where they have that sample no more. */
    static Reading of(Draft draft) {
        try {
            return strictly(draft);
        } catch (SourceError trouble) {
            if (draft.sample().isEmpty()) {
                throw trouble;
            }
            return new Reading(model(draft, OptionalInt.empty()), Optional.of(trouble));
        }
    }

    /** With rows of one's own as its data. */
    static Reading asking(Draft draft, Rows rows) {
        return new Reading(ChainReader.read(source(draft), draft.folder(), Take.rows(rows)), Optional.empty());
    }

    private static Source source(Draft draft) {
        return Source.of(draft.name().orElse("model"), draft.text());
    }

    private static Model model(Draft draft, OptionalInt sample) {
        return ChainReader.read(source(draft), draft.folder(), sample);
    }
}

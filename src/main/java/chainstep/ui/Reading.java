package chainstep.ui;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
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

    private static Model model(Draft draft, OptionalInt sample) {
        return ChainReader.read(Source.of(draft.name().orElse("model"), draft.text()), draft.folder(), sample);
    }
}

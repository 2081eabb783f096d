package chainstep.ui.status;

import chainstep.debug.Breakpoint;
import chainstep.debug.Depth;
import chainstep.debug.PlaceText;
import chainstep.debug.Stop;
import chainstep.ui.Sitting;
import chainstep.words.Phrase;
import java.util.Locale;
import java.util.Optional;

/** Why the cursor stands where it does, where that is not because it was moved there. */
final class Halt {
    private Halt() {}

    static Optional<String> of(Sitting sitting, Locale locale) {
        return phrase(sitting, locale).map(phrase -> phrase.in(locale));
    }

    private static Optional<Phrase> phrase(Sitting sitting, Locale locale) {
        Stop stop = sitting.state().stop();
        if (stop instanceof Stop.Hit hit) {
            Breakpoint.Place place = hit.breakpoint().place();
            return said("hit", PlaceText.words(place, node -> name(sitting, node), locale));
        } else if (stop instanceof Stop.EndOfRun end) {
            return said("end", end.limit());
        } else if (stop instanceof Stop.Cancelled) {
            return said("cancelled");
        } else if (stop instanceof Stop.NoSuchDepth) {
            return said(sitting.state().depth() == Depth.ITERATION ? "coarsest" : "finest");
        } else if (stop instanceof Stop.NeverComputed never) {
            return said("never", name(sitting, never.node()));
        }
        return Optional.empty();
    }

    private static String name(Sitting sitting, int node) {
        return sitting.explainer().name(node).plain();
    }

    private static Optional<Phrase> said(String key, Object... parts) {
        return Optional.of(Phrase.of("ui", "status.halt." + key, parts));
    }
}

package chainstep.ui;

import chainstep.debug.Debugger;
import chainstep.explain.Explainer;
import chainstep.lang.Model;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import chainstep.run.Trace;
import java.util.Locale;

/**
 * A model and the debugger in it. The debugger is used in tasks only, one after the other.
 *
 * @param quantities of the model, wherever its run has been
 */
record Running(Model model, Quantities quantities, Debugger debugger) {
    static Running of(Model model) {
        Quantities quantities = new Quantities(model, new Iterations(model.program()));
        return new Running(model, quantities, Debugger.of(model, quantities::value));
    }

    Explainer explainer(Trace trace, Locale locale) {
        return new Explainer(trace, model.source().allLines(), model.labels(), locale);
    }
}

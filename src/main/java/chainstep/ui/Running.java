package chainstep.ui;

import chainstep.debug.Debugger;
import chainstep.debug.PlaceReader;
import chainstep.debug.PlaceText;
import chainstep.explain.Explainer;
import chainstep.lang.Model;
import chainstep.run.Iterations;
import chainstep.run.Quantities;
import chainstep.run.Trace;
import java.util.List;

/**
 * A model and the debugger in it. The debugger is used in tasks only, one after the other.
 *
 * @param quantities of the model, wherever its run has been
 * @param pasts of the watches; used in tasks only, too
 * @param given the breakpoints that the file itself sets, in their notation
 */
record Running(Model model, Quantities quantities, Debugger debugger, List<String> given, Pasts pasts) {
    static Running of(Model model) {
        Quantities quantities = new Quantities(model, new Iterations(model.program()));
        Debugger debugger = Debugger.of(model, quantities::value);
        List<String> given = debugger.breakpoints().stream()
                .map(breakpoint -> PlaceText.notation(breakpoint.place(), model.program()))
                .toList();
        return new Running(model, quantities, debugger, given, new Pasts());
    }

    PlaceReader places() {
        return new PlaceReader(model, quantities::value, debugger.tree());
    }

    Explainer explainer(Trace trace, Settings settings) {
        return new Explainer(trace, model.source().statements(), model.labels(), settings.locale())
                .digits(settings.digits());
    }
}

package chainstep.cli;

import chainstep.explain.Detail;
import chainstep.explain.Report;
import chainstep.graph.BrokenOff;
import chainstep.lang.Model;
import chainstep.run.Iterations;
import chainstep.run.Progress;
import chainstep.run.Trace;
import java.util.Locale;

/** The derivations of a model's iterations, at one depth and in one language. */
final class Reports {
    private final Model model;
    private final Iterations iterations;
    private final Locale locale;
    private final Detail detail;
    private final boolean whole;
    private final Progress progress;

    /** @param whole whether however many steps are wanted */
    Reports(Model model, Locale locale, Detail detail, boolean whole, Progress progress) {
        this.whole = whole;
        this.progress = progress;
        this.model = model;
        this.iterations = new Iterations(model.program());
        this.locale = locale;
        this.detail = detail;
    }

    Model model() {
        return model;
    }

    Detail detail() {
        return detail;
    }

    Report of(long iteration) {
        Trace trace = iterations.trace(iteration, progress).orElseThrow(BrokenOff::new);
        Report report = new Report(trace, model.source().statements(), model.labels(), locale, detail);
        Report told = whole ? report.whole() : report;
        told.require();
        return told;
    }
}

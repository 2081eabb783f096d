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
    private final Progress progress;

    Reports(Model model, Locale locale, Detail detail, Progress progress) {
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
        Report report = new Report(trace, model.source().allLines(), model.labels(), locale, detail);
        report.require();
        return report;
    }
}

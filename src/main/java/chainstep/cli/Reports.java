package chainstep.cli;

import chainstep.explain.Detail;
import chainstep.explain.Report;
import chainstep.graph.BrokenOff;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.run.Iterations;
import chainstep.run.Progress;
import chainstep.run.Trace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        return new Report(trace, lines(model), labels(model), locale, detail);
    }

    /** The lines of a model's file. */
    static List<String> lines(Model model) {
        return IntStream.rangeClosed(1, model.source().lines())
                .mapToObj(model.source()::line)
                .toList();
    }

    /** The names that a model's file gives to single elements, by node. */
    static Map<Integer, List<String>> labels(Model model) {
        return model.directives(Directive.Label.class).stream()
                .collect(Collectors.toMap(Directive.Label::node, Directive.Label::names, (first, last) -> last));
    }
}

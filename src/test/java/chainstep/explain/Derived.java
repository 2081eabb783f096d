package chainstep.explain;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.run.Evaluator;
import chainstep.run.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A chain file with the values of its first iteration. */
record Derived(Model model, Trace trace) {
    static Derived of(String file) {
        try {
            return of(ChainReader.read(Path.of(file)));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static Derived of(Model model) {
        Evaluator evaluator = new Evaluator(model.program());
        return new Derived(model, evaluator.run(evaluator.start()));
    }

    /** A model given line by line. */
    static Derived ofLines(String... lines) {
        return of(ChainReader.read(Source.of("test.chain", String.join("\n", lines) + "\n"), Path.of("")));
    }

    String text(Locale locale, Detail detail) {
        return report(locale, detail).text();
    }

    List<String> lines() {
        return model.source().statements();
    }

    Page page(Locale locale, Detail detail) {
        return new Page(trace, lines(), Map.of(), locale, detail);
    }

    Report report(Locale locale, Detail detail) {
        return new Report(trace, lines(), Map.of(), locale, detail);
    }

    int node(String name) {
        return model.program().named(name).orElseThrow();
    }

    int loss() {
        return model.program().loss().orElseThrow();
    }
}

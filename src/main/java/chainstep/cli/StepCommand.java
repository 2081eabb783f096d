package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.explain.Detail;
import chainstep.graph.OperandException;
import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.run.Memory;
import chainstep.run.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code step FILE}: the whole derivation, as text, LaTeX or JSON. */
@Command(name = "step")
final class StepCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Option(
            names = "--depth",
            paramLabel = "line|op|term|element",
            defaultValue = "line",
            descriptionKey = "step.depth")
    private Fineness depth;

    @Option(names = "--all", descriptionKey = "step.all")
    private boolean all;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--from", paramLabel = "K", defaultValue = "0", descriptionKey = "step.from")
    private long from;

    @Option(names = "--iterations", paramLabel = "N", defaultValue = "1", descriptionKey = "step.iterations")
    private long iterations;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "step.output")
    private Optional<Path> output = Optional.empty();

    /** How a derivation is written; plain text where neither is asked for. */
    private static final class Form {
        @Option(names = "--latex", descriptionKey = "step.latex")
        private boolean latex;

        @Option(names = "--json", descriptionKey = "step.json")
        private boolean json;
    }

    /** The depths, spelled as users write them. */
    private enum Fineness {
        line,
        op,
        term,
        element;

        Detail detail() {
            return Detail.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    StepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        common.requireWithin(1, Quantity.LAST_ITERATION, "--iterations", iterations, console);
        common.requireIteration("--from", from, console);
        Model model = file.read(console);
        try (Outlet outlet = Outlet.to(output, console);
                Ticker ticker = console.ticker("progress.iteration")) {
            DerivationWriter writer = writer(model, ticker);
            writer.begin(outlet);
            for (long k = from; k < from + iterations && outlet.isOpen(); k++) {
                writer.add(k, outlet);
            }
            writer.end(outlet);
            outlet.keep();
        } catch (OperandException trouble) {
            throw model.located(trouble);
        } catch (OutOfMemoryError full) {
            throw model.located(Memory.full(model.program()));
        }
        return 0;
    }

    private DerivationWriter writer(Model model, Progress progress) {
        Reports reports = new Reports(model, console.locale(), depth.detail(), all, progress);
        if (form.json) {
            return new JsonDerivation(reports);
        }
        return form.latex
                ? new LatexDerivation(reports, console.locale())
                : new PlainDerivation(reports, console, iterations > 1 || from > 0);
    }
}

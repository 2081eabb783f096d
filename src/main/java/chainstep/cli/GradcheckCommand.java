package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.explain.Explainer;
import chainstep.graph.BrokenOff;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.lang.Model;
import chainstep.math.Shape;
import chainstep.run.GradientCheck;
import chainstep.run.Iterations;
import chainstep.run.Trace;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gradcheck FILE}: each gradient against central differences, with the kinks named. */
@Command(name = "gradcheck")
final class GradcheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Option(names = "--iteration", paramLabel = "K", defaultValue = "0", descriptionKey = "gradcheck.iteration")
    private long iteration;

    @Option(names = "--tolerance", paramLabel = "T", defaultValue = "1e-6", descriptionKey = "gradcheck.tolerance")
    private double tolerance;

    @Option(names = "--elements", paramLabel = "N", defaultValue = "100", descriptionKey = "gradcheck.elements")
    private int elements;

    @Option(names = "--of", paramLabel = "NAME", defaultValue = "", descriptionKey = "gradcheck.of")
    private String of;

    GradcheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        common.requireIteration("--iteration", iteration, console);
        common.require(tolerance > 0, "--tolerance", tolerance, console, "takes.positive");
        common.requireWithin(1, Shape.MAX_SIZE, "--elements", elements, console);
        Model model = file.read(console);
        Program program = model.program();
        OptionalInt value = of.isEmpty() ? program.loss() : program.named(of);
        if (value.isEmpty()) {
            console.complain(
                    of.isEmpty() ? "gradcheck.noloss" : "gradcheck.noname",
                    model.source().name(),
                    of);
            return ChainStep.UNREADABLE;
        }
        Trace trace = trace(model);
        GradientCheck check = check(model, trace, value.getAsInt());
        Explainer explainer = new Explainer(trace, model.source().statements(), model.labels(), console.locale());
        new GradcheckReport(console, model.source(), check, explainer).print(iteration, tolerance);
        if (!check.complete()) {
            throw new BrokenOff();
        }
        return check.holds() ? 0 : ChainStep.WRONG;
    }

    private GradientCheck check(Model model, Trace trace, int value) {
        try (Ticker checks = console.ticker("progress.elements")) {
            return GradientCheck.of(trace, value, tolerance, elements, checks);
        } catch (OperandException trouble) {
            throw model.located(trouble);
        }
    }

    private Trace trace(Model model) {
        try (Ticker run = console.ticker("progress.iteration")) {
            return new Iterations(model.program()).trace(iteration, run).orElseThrow(BrokenOff::new);
        } catch (OperandException trouble) {
            throw model.located(trouble);
        }
    }
}

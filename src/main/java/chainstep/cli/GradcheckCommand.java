package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.graph.BrokenOff;
import chainstep.graph.Node;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.math.Format;
import chainstep.math.Shape;
import chainstep.run.GradientCheck;
import chainstep.run.GradientCheck.ElementCheck;
import chainstep.run.GradientCheck.TensorCheck;
import chainstep.run.GradientCheck.Verdict;
import chainstep.run.Iterations;
import chainstep.run.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gradcheck FILE}: each gradient against central differences, with the kinks named. */
@Command(name = "gradcheck")
final class GradcheckCommand implements Callable<Integer> {
    /** How many elements of one tensor are told one by one. */
    private static final int TOLD = 8;

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
        GradientCheck check = check(model, value.getAsInt());
        print(model.source(), check);
        if (!check.complete()) {
            throw new BrokenOff();
        }
        return check.holds() ? 0 : ChainStep.WRONG;
    }

    private GradientCheck check(Model model, int value) {
        try (Ticker run = console.ticker("progress.iteration");
                Ticker checks = console.ticker("progress.elements")) {
            Trace trace = new Iterations(model.program()).trace(iteration, run).orElseThrow(BrokenOff::new);
            return GradientCheck.of(trace, value, tolerance, elements, checks);
        } catch (OperandException trouble) {
            throw model.located(trouble);
        }
    }

    private void print(Source source, GradientCheck check) {
        Program program = check.program();
        console.tell("gradcheck.title", of(program, program.node(check.of())), iteration, significant(tolerance));
        if (check.tensors().isEmpty()) {
            console.tell("gradcheck.nothing");
            return;
        }
        Table table = new Table();
        table.row(console.say("gradcheck.columns").split("\\|"));
        check.tensors().forEach(tensor -> row(table, program, tensor));
        table.lines().forEach(console.out()::println);
        check.tensors().forEach(tensor -> details(source, program, tensor));
        if (check.complete() || !check.holds()) {
            console.tell(
                    check.holds() ? "gradcheck.holds" : disagrees(check) ? "gradcheck.fails" : "gradcheck.unknown",
                    check.tensors().size());
        }
    }

    private static boolean disagrees(GradientCheck check) {
        return check.tensors().stream()
                .anyMatch(tensor -> !tensor.with(Verdict.DISAGREES).isEmpty());
    }

    /** What is differentiated: of an array the sum of its elements. */
    private String of(Program program, Node of) {
        String name = Places.name(program, of);
        return of.shape().size() == 1 ? name : "sum(" + name + ")";
    }

    private void row(Table table, Program program, TensorCheck tensor) {
        Node node = program.node(tensor.node());
        int checked = tensor.elements().size();
        int size = node.shape().size();
        double largest = tensor.elements().stream()
                .mapToDouble(element -> Math.abs(element.gradient()))
                .reduce(0, Math::max);
        table.row(
                Places.name(program, node),
                Places.extents(node.shape()),
                checked == size ? String.valueOf(size) : checked + "/" + size,
                significant(largest),
                String.format(Locale.ROOT, "%.1e", tensor.error()),
                verdict(tensor));
    }

    private String verdict(TensorCheck tensor) {
        List<ElementCheck> kinks = tensor.with(Verdict.AT_KINK);
        long jumps = kinks.stream().filter(ElementCheck::jumps).count();
        Verdict verdict = tensor.verdict();
        List<String> said = new ArrayList<>();
        if (verdict != Verdict.AT_KINK) {
            said.add(console.say("verdict." + verdict.name().toLowerCase(Locale.ROOT)));
        }
        if (kinks.size() > jumps) {
            said.add(console.say("verdict.at_kink", kinks.size() - jumps));
        }
        if (jumps > 0) {
            said.add(console.say("verdict.at_jump", jumps));
        }
        return String.join(", ", said);
    }

    /** What is notable about a tensor's elements: those that are wrong one by one, those at the same kink together. */
    private void details(Source source, Program program, TensorCheck tensor) {
        Map<Object, List<ElementCheck>> groups = tensor.elements().stream()
                .filter(element -> element.verdict() != Verdict.AGREES)
                .collect(Collectors.groupingBy(GradcheckCommand::alike, LinkedHashMap::new, Collectors.toList()));
        groups.values().stream()
                .limit(TOLD)
                .forEach(group -> console.out().println("  " + detail(source, program, tensor, group)));
        if (groups.size() > TOLD) {
            console.tell("gradcheck.more", groups.size() - TOLD, Places.name(program, program.node(tensor.node())));
        }
    }

    /** What elements have in common that are told together. */
    private static Object alike(ElementCheck element) {
        boolean even = element.left() == element.right();
        return element.kinks().isEmpty()
                ? element.verdict().compareTo(Verdict.AT_KINK) < 0 ? element.verdict() : element
                : List.of(element.kinks(), element.jumps(), even);
    }

    private String detail(Source source, Program program, TensorCheck tensor, List<ElementCheck> group) {
        Node node = program.node(tensor.node());
        ElementCheck element = group.get(0);
        String place = Places.name(program, node) + Places.index(node.shape(), element.place());
        String all = group.size() == 1 ? place : console.say("gradcheck.others", place, group.size() - 1);
        String gradient = significant(element.gradient());
        if (element.kinks().isEmpty()) {
            String verdict = element.verdict().name().toLowerCase(Locale.ROOT);
            return console.say("gradcheck." + verdict, all, gradient, significant(element.difference()));
        }
        return console.say(
                element.jumps()
                        ? "gradcheck.jump"
                        : element.left() == element.right() ? "gradcheck.bend" : "gradcheck.kink",
                all,
                kinks(source, program, element),
                gradient,
                Format.significant(element.left(), 6),
                Format.significant(element.right(), 6));
    }

    /** The functions that bend, each with its line. */
    private String kinks(Source source, Program program, ElementCheck element) {
        return element.kinks().stream()
                .map(id -> Places.written(program, program.node(id)))
                .map(kink -> console.say(
                        "gradcheck.function",
                        Places.function(source, kink),
                        kink.origin().line()))
                .distinct()
                .collect(Collectors.joining(console.say("gradcheck.and")));
    }

    private static String significant(double value) {
        return Format.significant(value, 9);
    }
}

package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.data.WholeFile;
import chainstep.graph.OperandException;
import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.StudentList;
import chainstep.homework.paper.Handout;
import chainstep.homework.paper.Paper;
import chainstep.homework.variant.Register;
import chainstep.homework.variant.Roll;
import chainstep.homework.variant.Variant;
import chainstep.homework.variant.Variants;
import chainstep.lang.SourceError;
import chainstep.words.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code variants FILE --students LIST -o OUT}: the assignment with numbers of their own for each student. */
@Command(name = "variants")
final class VariantsCommand implements Callable<Integer> {
    private final Console console;
    private final Faces faces;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Option(names = "--students", paramLabel = "LIST", required = true, descriptionKey = "variants.students")
    private Path list;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "variants.seed")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            descriptionKey = "variants.output")
    private Path output;

    VariantsCommand(Console console, Faces faces) {
        this.console = console;
        this.faces = faces;
    }

    @Override
    public Integer call() throws IOException {
        common.require(seed >= 0, "--seed", seed, console, "takes.count");
        Optional<Assignment> asked = file.asked(console);
        if (asked.isEmpty()) {
            return ChainStep.UNREADABLE;
        }
        Assignment assignment = asked.get();
        try {
            ModelFile.requireNoFolder(list, console);
            StudentList students = StudentList.read(list);
            students.remarks().forEach(remark -> console.complain("variants.remark", list, said(remark)));
            return make(assignment, students);
        } catch (SheetException unread) {
            console.complain("unreadable", unread.in(console.locale()));
            return ChainStep.UNREADABLE;
        } catch (OperandException trouble) {
            throw assignment.model().located(trouble);
        }
    }

    private int make(Assignment assignment, StudentList students) throws IOException {
        Variants variants;
        try {
            variants = new Variants(assignment, output.resolve(Register.ASSIGNMENTS), seed);
        } catch (SourceError elsewhere) {
            console.complain("variants.data", assignment.model().source().name(), output.resolve(Register.ASSIGNMENTS));
            return ChainStep.UNREADABLE;
        }
        if (variants.size() < students.students().size()) {
            console.complain(
                    "variants.few",
                    assignment.model().source().name(),
                    students.students().size());
            return ChainStep.UNREADABLE;
        }
        int processors = Runtime.getRuntime().availableProcessors();
        int all = students.students().size();
        try (ThreadCrew crew = new ThreadCrew(processors);
                Ticker ticker = Ticker.of(
                        console.err(), console.terminal(), count -> console.say("variants.progress", count, all))) {
            Roll roll = new Roll(variants);
            crew.inOrder(students.students(), variants::of, variant -> {
                roll.add(variant);
                ticker.reached(roll.variants().size());
            });
            if (loses(roll.variants())) {
                return ChainStep.UNREADABLE;
            }
            write(assignment, roll.variants(), crew);
            tell(roll.variants());
            return 0;
        }
    }

    /** Whether sheets that were handed out before could no longer be marked. */
    private boolean loses(List<Variant> variants) throws IOException {
        if (Files.notExists(output.resolve(Register.LIST))) {
            return false;
        }
        Set<String> before = new HashSet<>(Register.students(output).keySet());
        variants.forEach(variant -> before.remove(variant.id()));
        if (!before.isEmpty()) {
            console.complain("variants.loses", output, before.size());
        }
        return !before.isEmpty();
    }

    private void write(Assignment assignment, List<Variant> variants, ThreadCrew crew) throws IOException {
        Handout handout = new Handout(new Paper(Worked.of(assignment), console.locale(), faces.pictures()), output);
        AtomicInteger written = new AtomicInteger();
        try {
            crew.inOrder(variants, variant -> written(handout, variant), done -> written.incrementAndGet());
            List<String> head = List.of(console.say("variants.head").split("\\|"));
            WholeFile.write(output.resolve(Register.LIST), Register.csv(variants, seed, head, console.locale()));
        } catch (UncheckedIOException trouble) {
            throw new Outlet.Unwritten(output, trouble.getCause());
        } catch (IOException trouble) {
            throw new Outlet.Unwritten(output, trouble);
        }
    }

    private static boolean written(Handout handout, Variant variant) {
        try {
            handout.write(variant);
            return true;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void tell(List<Variant> variants) {
        for (Variant variant : variants) {
            if (!variant.lacks().isEmpty()) {
                String lacks = variant.lacks().stream().limit(3).map(this::said).collect(Collectors.joining("; "));
                console.complain("variants.lacks", variant.student().name(), variant.id(), lacks);
            }
        }
        console.tell("variants.done", variants.size(), output);
    }

    private String said(Phrase phrase) {
        return phrase.in(console.locale());
    }
}

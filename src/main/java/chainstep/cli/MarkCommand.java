package chainstep.cli;

import chainstep.cli.prompt.Ticker;
import chainstep.graph.OperandException;
import chainstep.homework.Assignment;
import chainstep.homework.Rules;
import chainstep.homework.Worked;
import chainstep.homework.paper.ClassMarking;
import chainstep.homework.paper.DamagedRemarks;
import chainstep.homework.paper.Paper;
import chainstep.homework.paper.Remarks;
import chainstep.homework.paper.Tally;
import chainstep.homework.variant.Register;
import chainstep.lang.SourceError;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mark FILE FOLDER -o OUT}: all sheets of a class marked, a report for each student, the marks as a table. */
@Command(name = "mark")
final class MarkCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 256;
    private static final int BAR = 24;

    private final Console console;
    private final Faces faces;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Parameters(index = "1", paramLabel = "FOLDER", descriptionKey = "mark.folder")
    private Path folder;

    @Mixin
    private RuleOptions rules;

    @Option(names = "--hide-exact", descriptionKey = "mark.hide")
    private boolean hide;

    @Option(names = "--variants", paramLabel = "DIR", descriptionKey = "mark.variants")
    private Optional<Path> variants = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "mark.threads")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            descriptionKey = "mark.output")
    private Path output;

    MarkCommand(Console console, Faces faces) {
        this.console = console;
        this.faces = faces;
    }

    @Override
    public Integer call() throws IOException {
        Rules chosen = rules.rules(common, console);
        int crew = threads.orElse(Runtime.getRuntime().availableProcessors());
        common.requireWithin(1, MOST_THREADS, "--threads", crew, console);
        try {
            Optional<Assignment> asked = file.asked(console);
            return asked.isPresent() ? mark(asked.get(), chosen, crew) : ChainStep.UNREADABLE;
        } catch (SourceError broken) {
            console.out().flush();
            console.err().println(broken.render(console.locale()));
            return ChainStep.UNREADABLE;
        } catch (DamagedRemarks damaged) {
            console.complain("mark.remarks", damaged.phrase().in(console.locale()));
            return ChainStep.UNREADABLE;
        }
    }

    private int mark(Assignment assignment, Rules chosen, int many) throws IOException {
        List<Path> sheets = ClassMarking.sheets(folder);
        if (sheets.isEmpty()) {
            console.complain("mark.none", folder);
            return ChainStep.UNREADABLE;
        } else if (Files.exists(output) && !Files.isDirectory(output)) {
            console.complain("mark.file", output);
            return ChainStep.UNREADABLE;
        } else if (Files.exists(output) && Files.isSameFile(folder, output)) {
            console.complain("mark.same", output);
            return ChainStep.UNREADABLE;
        }
        try (Ticker ticker = Ticker.of(console.err(), console.terminal(), count -> bar(count, sheets.size()));
                ThreadCrew crew = new ThreadCrew(many)) {
            Paper paper = new Paper(Worked.of(assignment), console.locale(), faces.pictures());
            Optional<Register> register =
                    variants.isPresent() ? Optional.of(Register.read(variants.get(), assignment)) : Optional.empty();
            Remarks.Said said =
                    Remarks.beside(sheets.get(0), assignment.model()).read();
            Tally tally = new ClassMarking(paper, chosen, !hide, output, register, said, this::passOver)
                    .mark(sheets, crew, ticker);
            console.tell("mark.done", tally.sheets(), tally.damaged(), output);
            long others = ClassMarking.others(folder);
            if (others > 0) {
                console.tell("mark.others", others);
            }
            if (tally.unread() > 0) {
                console.complain("mark.unread", tally.unread());
            }
            elsewhere(assignment);
            List<Phrase> strangers = said.strangers(sheets, assignment.questions());
            strangers.forEach(stranger -> console.err().println(stranger.in(console.locale())));
            return Math.max(status(tally), strangers.isEmpty() ? 0 : ChainStep.WRONG);
        } catch (OperandException trouble) {
            throw assignment.model().located(trouble);
        }
    }

    /** Says that what a teacher said of sheets beside the assignment is not said of those in the folder. */
    private void elsewhere(Assignment assignment) throws IOException {
        Path beside =
                Remarks.beside(file.path().toAbsolutePath(), assignment.model()).file();
        if (Files.exists(beside) && !Files.isSameFile(beside.getParent(), folder)) {
            console.complain("mark.elsewhere", beside, folder);
        }
    }

    /** All was marked, some could not be read, or nothing could. */
    private static int status(Tally tally) {
        if (tally.isLost()) {
            return ChainStep.UNREADABLE;
        }
        return tally.damaged() + tally.unread() > 0 ? ChainStep.WRONG : 0;
    }

    private void passOver(Phrase why) {
        console.complain("mark.damaged", why.in(console.locale()));
    }

    private String bar(long count, int of) {
        int full = (int) (BAR * count / of);
        return console.say("mark.progress", "█".repeat(full) + "░".repeat(BAR - full), count, of);
    }
}

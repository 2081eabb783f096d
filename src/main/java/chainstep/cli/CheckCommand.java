package chainstep.cli;

import chainstep.graph.OperandException;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Question;
import chainstep.homework.Rules;
import chainstep.homework.Verdict;
import chainstep.homework.Worked;
import chainstep.homework.answer.Proposal;
import chainstep.homework.answer.SheetException;
import chainstep.homework.answer.SheetReader;
import chainstep.homework.mark.Checker;
import chainstep.homework.paper.DamagedRemarks;
import chainstep.homework.paper.Graded;
import chainstep.homework.paper.Remarks;
import chainstep.homework.variant.Register;
import chainstep.homework.variant.UnknownSheet;
import chainstep.lang.Model;
import chainstep.lang.SourceError;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check FILE ANSWERS}: each answer of a sheet judged, and the first slip explained. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Parameters(index = "1", paramLabel = "ANSWERS", descriptionKey = "check.answers")
    private Path answers;

    @Option(names = "--json", descriptionKey = "check.json")
    private boolean json;

    @Option(names = "--variants", paramLabel = "DIR", descriptionKey = "mark.variants")
    private Optional<Path> variants = Optional.empty();

    @Mixin
    private RuleOptions rules;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Rules chosen = rules.rules(common, console);
        try {
            return check(file.read(console), chosen);
        } catch (SourceError broken) {
            console.out().flush();
            console.err().println(broken.render(console.locale()));
        } catch (SheetException unread) {
            console.complain("unreadable", unread.in(console.locale()));
        } catch (DamagedRemarks damaged) {
            console.complain("mark.remarks", damaged.phrase().in(console.locale()));
        } catch (UnknownSheet stranger) {
            console.complain("check.stranger", answers, stranger.in(console.locale()));
        }
        return ChainStep.UNREADABLE;
    }

    private int check(Model model, Rules rules) throws IOException {
        ModelFile.requireNoFolder(answers, console);
        try {
            Assignment assignment = assignment(model);
            Register.Own own = own(assignment, new SheetReader(assignment).read(answers));
            MarkedSheet marked = new Checker(own.worked()).check(own.sheet(), rules);
            Remarks.Said said = remarks(model).read();
            List<Question> questions = assignment.questions();
            Graded graded = Graded.of(marked, said.of(answers, questions), rules);
            CheckReport report = new CheckReport(console, own.worked(), graded);
            if (json) {
                report.json();
            } else {
                report.print();
            }
            List<Phrase> strangers = said.unasked(answers, questions);
            strangers.forEach(stranger -> console.err().println(stranger.in(console.locale())));
            return Math.max(status(graded.sheet()), strangers.isEmpty() ? 0 : ChainStep.WRONG);
        } catch (OperandException trouble) {
            throw model.located(trouble);
        }
    }

    /** What a teacher said at the desk, beside the sheet. */
    private Remarks remarks(Model model) {
        return Remarks.beside(answers, model);
    }

    /** All right, something wrong or not read, or nothing that could be read. */
    private int status(MarkedSheet marked) {
        boolean right = marked.count(Verdict.RIGHT) == marked.answers().size();
        int unread = marked.sheet().unread();
        if (marked.sheet().isEmpty() && (unread > 0 || marked.answers().isEmpty())) {
            console.complain("check.nothing", answers);
            return ChainStep.UNREADABLE;
        } else if (unread > 0) {
            console.complain("check.unread", answers, unread);
        }
        return right && unread == 0 ? 0 : ChainStep.WRONG;
    }

    /** The sheet with the numbers it is marked by: those of the file, or where each student has their own, the student's. */
    private Register.Own own(Assignment assignment, AnswerSheet sheet) throws IOException {
        return variants.isPresent()
                ? Register.read(variants.get(), assignment).own(sheet)
                : new Register.Own(Worked.of(assignment), sheet);
    }

    /** What the file asks; where it asks nothing, what the sheet answers of all that can be asked. */
    private Assignment assignment(Model model) throws IOException {
        Assignment asked = Assignment.of(model);
        if (!asked.questions().isEmpty()) {
            return asked;
        }
        return new SheetReader(new Proposal(model).choosing(one -> true)).answered(answers);
    }
}

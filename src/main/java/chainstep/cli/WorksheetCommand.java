package chainstep.cli;

import chainstep.data.WholeFile;
import chainstep.graph.OperandException;
import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.homework.paper.Paper;
import chainstep.homework.paper.Worksheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code worksheet FILE -o PDF}: an assignment on paper, with empty boxes. */
@Command(name = "worksheet")
final class WorksheetCommand implements Callable<Integer> {
    private final Console console;
    private final Faces faces;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PDF",
            required = true,
            descriptionKey = "worksheet.output")
    private Path output;

    WorksheetCommand(Console console, Faces faces) {
        this.console = console;
        this.faces = faces;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Assignment> asked = file.asked(console);
        if (asked.isEmpty()) {
            return ChainStep.UNREADABLE;
        }
        Assignment assignment = asked.get();
        Outlet.requirePlace(output, console);
        try {
            Paper paper = new Paper(Worked.of(assignment), console.locale(), faces.pictures());
            byte[] pdf = paper.pdf(new Worksheet(paper).page("", ""));
            WholeFile.write(output, pdf);
        } catch (OperandException trouble) {
            throw assignment.model().located(trouble);
        }
        return 0;
    }
}

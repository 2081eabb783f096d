package chainstep.cli;

import chainstep.homework.Assignment;
import chainstep.homework.answer.SheetWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sheet FILE}: the blank sheet of an assignment, to be filled in. */
@Command(name = "sheet")
final class SheetCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private CommonOptions common;

    @Mixin
    private ModelFile file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "SHEET",
            descriptionKey = "sheet.output")
    private Optional<Path> output = Optional.empty();

    SheetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String name = output.map(Path::toString).orElse(".csv").toLowerCase(Locale.ROOT);
        boolean known = name.endsWith(".csv") || name.endsWith(".xlsx");
        common.require(known, "--output", output.orElse(Path.of("")), console, "takes.sheet");
        Optional<Assignment> asked = file.asked(console);
        if (asked.isEmpty()) {
            return ChainStep.UNREADABLE;
        }
        Assignment assignment = asked.get();
        SheetWriter writer = new SheetWriter(assignment, console.locale());
        if (output.isEmpty()) {
            console.out().print(writer.csv("", "").substring(SheetWriter.MARK.length()));
            return 0;
        }
        Outlet.requirePlace(output.get(), console);
        try {
            writer.write(output.get(), "", "");
        } catch (IOException trouble) {
            throw new Outlet.Unwritten(output.get(), trouble);
        }
        return 0;
    }
}

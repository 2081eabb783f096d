package chainstep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code test PATH...}: checks every {@code expect(...)} of every file, a line a file. */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
    private final Console console;
    private final Troubles troubles;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "paths")
    private List<Path> paths;

    private int files;
    private int expectations;
    private int failed;
    private int unreadable;

    TestCommand(Console console) {
        this.console = console;
        this.troubles = new Troubles(console);
    }

    @Override
    public Integer call() {
        for (Path path : paths) {
            testAll(path);
        }
        console.tell("test.summary", files, expectations, failed);
        return unreadable > 0 ? ChainStep.UNREADABLE : failed > 0 ? ChainStep.WRONG : 0;
    }

    private void testAll(Path path) {
        try {
            for (Path file : files(path)) {
                test(file);
            }
        } catch (IOException trouble) {
            unreadable(trouble);
        }
    }

    /** The chain files under a folder, sorted; or the file itself. */
    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> found = walk.filter(file -> file.toString().endsWith(".chain") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new NoSuchFileException(path.resolve("*.chain").toString());
            }
            return found;
        } catch (UncheckedIOException within) {
            throw within.getCause();
        }
    }

    private void test(Path file) {
        try {
            FileVerdict verdict = FileVerdict.of(file, console);
            files++;
            expectations += verdict.checked();
            failed += verdict.isGood() ? 0 : 1;
            verdict.print(file, console);
            console.out().flush();
        } catch (IOException trouble) {
            unreadable(trouble);
        }
    }

    private void unreadable(IOException trouble) {
        unreadable++;
        console.complain("unreadable", troubles.why(trouble));
    }
}

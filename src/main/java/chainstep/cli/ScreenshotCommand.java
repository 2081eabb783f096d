package chainstep.cli;

import chainstep.data.WholeFile;
import chainstep.debug.Depth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screenshot [FILE] -o PNG}: a picture of the window, painted without a display. */
@Command(name = "screenshot")
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[x×](\\d{3,4})");
    private static final int LARGEST_SCALE = 4;

    private final Console console;
    private final Faces faces;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--page",
            paramLabel = "debug|homework|train",
            defaultValue = "debug",
            descriptionKey = "screenshot.page")
    private Page page;

    @Option(names = "--sheet", paramLabel = "ANSWERS", descriptionKey = "screenshot.sheet")
    private Optional<Path> sheet = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "0", descriptionKey = "screenshot.epochs")
    private long epochs;

    @Option(names = "--depth", paramLabel = "iteration|phase|line|op|term|element", descriptionKey = "screenshot.depth")
    private Optional<Fineness> depth = Optional.empty();

    @Option(names = "--step", paramLabel = "N", descriptionKey = "screenshot.step")
    private Optional<Long> step = Optional.empty();

    @Option(names = "--iteration", paramLabel = "K", defaultValue = "0", descriptionKey = "screenshot.iteration")
    private long iteration;

    @Option(names = "--sample", paramLabel = "K", descriptionKey = "sample")
    private Optional<Integer> sample = Optional.empty();

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", descriptionKey = "screenshot.theme")
    private Theme theme;

    @Option(
            names = "--palette",
            paramLabel = "plain|safe",
            defaultValue = "plain",
            descriptionKey = "screenshot.palette")
    private Colours palette;

    @Option(names = "--projector", descriptionKey = "screenshot.projector")
    private boolean projector;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1600x1000", descriptionKey = "screenshot.size")
    private String size;

    @Option(names = "--scale", paramLabel = "S", defaultValue = "1", descriptionKey = "screenshot.scale")
    private double scale;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PNG",
            required = true,
            descriptionKey = "screenshot.output")
    private Path output;

    /** The pages there are. */
    private enum Page {
        debug,
        homework,
        train;

        Faces.Page shown() {
            return Faces.Page.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    /** The themes, spelled as users write them. */
    private enum Theme {
        light,
        dark
    }

    /** The palettes, spelled as users write them. */
    private enum Colours {
        plain,
        safe
    }

    /** The depths, spelled as users write them. */
    private enum Fineness {
        iteration,
        phase,
        line,
        op,
        term,
        element;

        Depth depth() {
            return this == op ? Depth.OPERATION : Depth.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    ScreenshotCommand(Console console, Faces faces) {
        this.console = console;
        this.faces = faces;
    }

    @Override
    public Integer call() throws IOException {
        Matcher measures = SIZE.matcher(size);
        common.require(measures.matches(), "--size", size, console, "takes.size");
        common.require(scale > 0 && scale <= LARGEST_SCALE, "--scale", scale, console, "takes.scale", LARGEST_SCALE);
        common.requireIteration("--iteration", iteration, console);
        common.require(epochs >= 0, "--epochs", epochs, console, "takes.count");
        common.require(step.orElse(0L) >= 0, "--step", step.orElse(0L), console, "takes.count");
        common.require(sample.orElse(1) > 0, "--sample", sample.orElse(1), console, "takes.positive.whole");
        if (file.isPresent()) {
            ModelFile.requireNoFolder(file.get(), console);
        }
        if (sheet.isPresent()) {
            ModelFile.requireNoFolder(sheet.get(), console);
        }
        Outlet.requirePlace(output, console);
        boolean png = output.toString().toLowerCase(Locale.ROOT).endsWith(".png");
        common.require(png, "--output", output, console, "takes.png");
        Faces.Picture wish = new Faces.Picture(
                file,
                depth.map(Fineness::depth),
                step.map(OptionalLong::of).orElse(OptionalLong.empty()),
                iteration,
                sample.map(OptionalInt::of).orElse(OptionalInt.empty()),
                page.shown(),
                sheet,
                epochs,
                console.locale(),
                theme == Theme.dark,
                palette == Colours.safe,
                projector,
                Integer.parseInt(measures.group(1)),
                Integer.parseInt(measures.group(2)),
                scale);
        write(faces.picture(wish));
        return 0;
    }

    private void write(byte[] picture) throws Outlet.Unwritten {
        try {
            WholeFile.write(output, picture);
        } catch (IOException trouble) {
            throw new Outlet.Unwritten(output, trouble);
        }
    }
}

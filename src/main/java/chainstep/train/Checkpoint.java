package chainstep.train;

import chainstep.data.WholeFile;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.graph.Role;
import chainstep.math.Shape;
import chainstep.run.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A state of training in a file that NumPy's {@code load} reads: every parameter under its name, an optimiser's memory as {@code m(W1)},
 * {@code iteration}, the text of the model and, where training may stop early, {@code best()}: after how many updates the loss over the
 * validation rows was lowest, and that loss.
 *
 * <p>To the bit: what is read is what was written. Two states that are equal make equal files.
 */
public final class Checkpoint {
    private static final String ITERATION = "iteration";
    private static final String SOURCE = "model.chain";
    private static final String BEST = "best()";
    private static final Shape PAIR = Shape.of(2);

    /** Up to here a double counts one by one. */
    private static final long MOST = 1L << 53;

    private Checkpoint() {}

    /** Writes a state: beside its place, then renamed, so that the file holds either all of it or what it held before. */
    public static void write(Path file, Course course, Snapshot state) throws IOException {
        write(file, course, state, Optional.empty());
    }

    /** The same, with what is known of the best state so far. */
    public static void write(Path file, Course course, Snapshot state, Optional<Patience.Best> best)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            Npz.put(zip, SOURCE, course.model().source().text().getBytes(StandardCharsets.UTF_8));
            Npz.put(zip, ITERATION + Npz.SUFFIX, Npy.write(Shape.SCALAR, new double[] {state.iteration()}));
            if (best.isPresent()) {
                double[] pair = {best.get().updates(), best.get().loss()};
                Npz.put(zip, BEST + Npz.SUFFIX, Npy.write(PAIR, pair));
            }
            Program program = course.program();
            for (int k = 0; k < state.size(); k++) {
                Node leaf = program.node(program.carries().get(k).leaf());
                Npz.put(zip, name(program, leaf) + Npz.SUFFIX, Npy.write(leaf.shape(), state.values(k)));
            }
        }
        WholeFile.write(file, bytes.toByteArray());
    }

    /** What a carried leaf is called: its own name, or what it is to its parameter. */
    private static String name(Program program, Node leaf) {
        if (leaf.role() instanceof Role.Update update) {
            return update.param() < 0
                    ? update.part() + "()"
                    : update.part() + "(" + program.node(update.param()).name() + ")";
        }
        return leaf.name();
    }

    /**
     * Reads a state of a course.
     *
     * @throws IOException when the file cannot be read
     * @throws TrainException when it is no whole checkpoint, or one of another model
     */
    public static Snapshot read(Path file, Course course) throws IOException {
        Map<String, Npy.Array> arrays = arrays(file);
        Program program = course.program();
        double[][] carried = new double[program.carries().size()][];
        for (int k = 0; k < carried.length; k++) {
            Node leaf = program.node(program.carries().get(k).leaf());
            carried[k] = required(file, arrays, name(program, leaf), leaf.shape());
        }
        return new Snapshot(iteration(file, required(file, arrays, ITERATION, Shape.SCALAR)[0]), carried);
    }

    private static long iteration(Path file, double written) {
        long iteration = (long) written;
        if (iteration < 0 || iteration > MOST || iteration != written) {
            throw new TrainException("checkpoint.iteration", file, String.valueOf(written));
        }
        return iteration;
    }

    /**
     * What a checkpoint knows of the best state so far; empty where training was not to stop early.
     *
     * @throws IOException when the file cannot be read
     * @throws TrainException when it is no whole checkpoint
     */
    public static Optional<Patience.Best> best(Path file) throws IOException {
        return Optional.ofNullable(arrays(file).get(BEST))
                .filter(array -> array.shape().equals(PAIR))
                .map(array -> new Patience.Best((long) array.values()[0], array.values()[1]));
    }

    private static double[] required(Path file, Map<String, Npy.Array> arrays, String name, Shape shape) {
        Npy.Array array = arrays.get(name);
        if (array == null) {
            throw new TrainException("checkpoint.missing", file, name);
        } else if (!array.shape().equals(shape)) {
            throw new TrainException("checkpoint.shape", file, name, array.shape(), shape);
        }
        return array.values();
    }

    /** All arrays of a file; each is checked by the sum that the zip holds of it. */
    private static Map<String, Npy.Array> arrays(Path file) throws IOException {
        Map<String, Npy.Array> arrays = new HashMap<>();
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        } else if (Files.isDirectory(file)) {
            throw new TrainException("checkpoint.folder", file, file.resolve("checkpoint.npz"));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.endsWith(Npz.SUFFIX)) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    arrays.put(name.substring(0, name.length() - Npz.SUFFIX.length()), Npy.read(bytes));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new TrainException("checkpoint.broken", file, String.valueOf(broken.getMessage()));
        }
        return arrays;
    }
}

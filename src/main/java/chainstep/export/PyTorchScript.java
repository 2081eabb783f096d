package chainstep.export;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.graph.RowSupply;
import chainstep.lang.ChainReader;
import chainstep.lang.Directive;
import chainstep.lang.Take;
import chainstep.lang.TrainSettings;
import chainstep.math.Shape;
import chainstep.run.Snapshot;
import chainstep.train.Course;
import chainstep.train.Npz;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A course as a PyTorch script that goes on with its training, alone or under {@code torchrun}, and the data it reads.
 *
 * <p>It takes the same rows in the same order, draws the same dropout, and updates by the same formulas; what differs is the order in which
 * PyTorch adds, so losses agree to rounding. The frame is {@code train.py.txt}; what stands between @@ there is filled in.
 *
 * @param text the script
 * @param data the rows of each part under {@code X.training} and the like, and the model's constants
 */
public record PyTorchScript(String text, Map<String, Npz.Array> data) {
    private static final String FRAME = "train.py.txt";
    /** The script's own example goes on for so many epochs. */
    private static final int EXAMPLE = 20;

    private static final String INDENT = "        ";

    public PyTorchScript {
        data = Map.copyOf(data);
    }

    /**
     * Writes a course that goes on from a state.
     *
     * @param stem what the script is called, without its ending: its data lies beside it as {@code STEM-data.npz}, its state as
     *     {@code STEM-state.npz}
     * @throws ExportException when something in the model has no form in PyTorch
     */
    public static PyTorchScript of(Course course, Snapshot from, String stem) {
        TorchOps ops = new TorchOps();
        TorchModel model = new TorchModel(course, ops);
        TorchUpdate update = new TorchUpdate(course, ops, model);
        Map<String, Npz.Array> data = new LinkedHashMap<>();
        model.buffers().forEach((name, array) -> data.put("constant." + name, array));
        course.parts().forEach(part -> rows(course, part, model, data));
        Map<String, String> holes = new LinkedHashMap<>();
        holes.put(
                "TITLE",
                course.model().title().orElse(course.model().source().name()).replace("\"", "'"));
        holes.put("FILE", course.model().source().name());
        holes.put("STEM", stem);
        holes.put("ITERATION", String.valueOf(from.iteration()));
        holes.put("UNTIL", String.valueOf(from.iteration() / course.perEpoch() + EXAMPLE));
        settings(course, model, holes);
        holes.put(
                "BUFFERS",
                dictionary(model.buffers().keySet().stream()
                        .collect(Collectors.toMap(
                                PyTorchScript::quoted, name -> "constant." + name, (a, b) -> a, LinkedHashMap::new))));
        Map<String, String> parameters = new LinkedHashMap<>();
        model.parameters().forEach((attribute, name) -> parameters.put(quoted(attribute), name));
        holes.put("PARAMETERS", dictionary(parameters));
        holes.put("MEMORY", dictionary(update.memories()));
        String given = model.rows().keySet().stream().map(name -> name + ", ").collect(Collectors.joining());
        holes.put("GIVEN", given);
        holes.put("FORWARD", indented(model.forward()));
        holes.put("UPDATE", indented(update.lines()));
        holes.put(
                "MINIMIZE",
                course.model().minimisation().orElse("").replace("\n", " ").replace("\"", "'"));
        return new PyTorchScript(filled(holes), data);
    }

    private static void settings(Course course, TorchModel model, Map<String, String> holes) {
        Optional<TrainSettings> said = course.model().directives(Directive.Train.class).stream()
                .map(Directive.Train::settings)
                .findFirst();
        holes.put(
                "NAMES",
                model.rows().keySet().stream().map(name -> quoted(name) + ", ").collect(Collectors.joining()));
        holes.put("TARGET", model.target().map(PyTorchScript::quoted).orElse("None"));
        holes.put(
                "PARTS",
                course.parts().stream()
                        .map(part -> "\"" + part.name().toLowerCase(Locale.ROOT) + "\", ")
                        .collect(Collectors.joining()));
        holes.put("BATCH", String.valueOf(course.batch()));
        holes.put(
                "COUNT",
                String.valueOf(model.rows().values().stream()
                        .mapToInt(leaf -> supply(leaf).count())
                        .max()
                        .orElse(1)));
        holes.put("ALONE", model.rows().values().stream().allMatch(TorchModel::hasRows) ? "False" : "True");
        holes.put("SHUFFLE", said.map(TrainSettings::shuffle).orElse(false) ? "True" : "False");
        holes.put("SEED", String.valueOf(said.map(TrainSettings::seed).orElse(0L)));
        holes.put("EPOCHS", String.valueOf(course.epochs().orElse(10)));
        holes.put("RIGHT", model.right().orElse("None"));
    }

    private static RowSupply supply(Node leaf) {
        return (RowSupply) ((Leaf) leaf.op()).supply();
    }

    private static void rows(Course course, Take.Part part, TorchModel model, Map<String, Npz.Array> data) {
        List<Node> there = ChainReader.read(course.model().source(), course.folder(), Take.whole(part))
                .program()
                .nodes();
        model.rows().forEach((name, leaf) -> {
            RowSupply rows = supply(there.get(leaf.id()));
            int[] row = TorchModel.rowShape(leaf).dims();
            int[] dims = new int[row.length + 1];
            dims[0] = rows.count();
            System.arraycopy(row, 0, dims, 1, row.length);
            if (!Shape.fits(dims)) {
                throw new ExportException("data.large", part.name().toLowerCase(Locale.ROOT), rows.count());
            }
            String key = name + "." + part.name().toLowerCase(Locale.ROOT);
            data.put(key, new Npz.Array(Shape.of(dims), rows.table()));
        });
    }

    private static String dictionary(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> "\n    " + entry.getKey() + ": " + quoted(entry.getValue()) + ",")
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> INDENT + line).collect(Collectors.joining("\n"));
    }

    private static String filled(Map<String, String> holes) {
        String text = frame();
        for (Map.Entry<String, String> hole : holes.entrySet()) {
            text = text.replace("@@" + hole.getKey() + "@@", hole.getValue());
        }
        return text;
    }

    private static String frame() {
        try (InputStream in = PyTorchScript.class.getResourceAsStream("/chainstep/export/" + FRAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}

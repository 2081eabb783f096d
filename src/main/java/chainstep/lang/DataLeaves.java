package chainstep.lang;

import chainstep.data.Batches;
import chainstep.data.ColumnRef;
import chainstep.data.CsvOptions;
import chainstep.data.CsvTable;
import chainstep.data.DataException;
import chainstep.data.DataFile;
import chainstep.data.Dataset;
import chainstep.data.Generator;
import chainstep.data.IdxFile;
import chainstep.data.Split;
import chainstep.data.Targets;
import chainstep.math.Shape;
import chainstep.words.Phrase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code X, t = data(…)}, {@code csv(…)} and {@code idx(…)}: two leaves that hold iteration k's batch. */
final class DataLeaves {
    static final Set<String> NAMES = Set.of("data", "csv", "idx");

    private final ExpressionReader reader;
    private final Path folder;
    private final TrainSettings train;
    private final boolean alone;
    private final Take take;
    /** The parts of the call that a trouble may be about: by the file's path, the column, or the argument's name. */
    private final Map<String, Syntax.Expression> parts = new HashMap<>();

    /** @param take which rows the leaves hold */
    DataLeaves(ExpressionReader reader, Path folder, Optional<Syntax.Call> train, boolean alone, Take take) {
        this.reader = reader;
        this.folder = folder;
        this.alone = alone;
        this.take = take;
        this.train = train.map(call -> TrainSettings.read(new Arguments(reader, call)))
                .orElse(TrainSettings.NONE);
        train.ifPresent(call -> call.named().forEach(option -> parts.put("train " + option.name(), option.value())));
    }

    static boolean isData(Syntax.Expression expression) {
        return expression instanceof Syntax.Call call && NAMES.contains(call.name());
    }

    /** The two supplies, features then targets. */
    List<BatchRows> read(Syntax.Call call) {
        Arguments arguments = new Arguments(reader, call);
        try {
            Dataset all = switch (call.name()) {
                case "data" -> generated(arguments);
                case "csv" -> csv(arguments);
                default -> idx(arguments);
            };
            arguments.finish();
            return batches(call, part(all));
        } catch (DataException e) {
            throw told(call, e);
        }
    }

    /** The trouble at the part of the call it is about; a file is called what it is called there. */
    private SourceError told(Syntax.Call call, DataException trouble) {
        Syntax at = parts.getOrDefault(about(trouble), call);
        List<Object> arguments = trouble.phrase().arguments().stream()
                .map(argument -> parts.get(argument.toString()) instanceof Syntax.Text text ? text.value() : argument)
                .toList();
        SourceError error = SourceError.at(reader.source(), at.span(), new Phrase("data", trouble.key(), arguments));
        return trouble.key().equals("file.missing") ? error.hint("hint.data.folder") : error;
    }

    private static String about(DataException trouble) {
        return switch (trouble.key()) {
            case "generate.name" -> "name=";
            case "generate.count" -> "n=";
            case "generate.noise" -> "noise=";
            case "csv.column", "csv.number" ->
                "column=" + trouble.phrase().arguments().get(3);
            case "batch.size" -> "train batch";
            case "split.small" -> "train split";
            default -> trouble.place().file();
        };
    }

    private Optional<Syntax.Expression> noted(String name, Optional<Syntax.Expression> given) {
        given.ifPresent(expression -> parts.put(name + "=", expression));
        return given;
    }

    /** The file that an argument names. */
    private Path file(Arguments arguments, String name) {
        Syntax.Expression written = arguments.required(name);
        Path file = DataFile.under(folder, arguments.text(written));
        parts.put(file.toString(), written);
        return file;
    }

    private Dataset part(Dataset all) {
        if (take.rows().isPresent()) {
            return all.asking(take.rows().get());
        } else if (train.split().isEmpty()) {
            return all;
        }
        int[] percent = train.split().stream().mapToInt(Integer::intValue).toArray();
        Split split = train.shuffle() ? Split.shuffled(all, train.seed(), percent) : Split.inOrder(all, percent);
        return switch (take.part()) {
            case BATCHES, TRAINING -> split.train();
            case VALIDATION -> split.validation();
            case TEST -> split.test();
        };
    }

    private List<BatchRows> batches(Syntax.Call call, Dataset rows) {
        boolean whole = train.batch() == 0 || !take.isBatches();
        int size = alone ? 1 : whole ? rows.count() : train.batch();
        boolean shuffle = train.shuffle() && take.isBatches();
        Batches batches = new Batches(rows.count(), size, shuffle, train.seed());
        if (!Shape.fits(rows.x().batchShape(size)) || !Shape.fits(rows.t().batchShape(size))) {
            throw reader.error(call, "data.large", size);
        }
        OptionalInt sample = take.sample();
        if (sample.orElse(1) < 1 || sample.orElse(1) > size) {
            throw reader.error(call, "data.sample", sample.getAsInt(), size);
        }
        return Stream.of(rows.x(), rows.t())
                .map(side -> new BatchRows(side, batches, rows.count(), size, shuffle, alone, sample))
                .toList();
    }

    private Dataset generated(Arguments arguments) {
        Generator generator = Generator.named(arguments.text(
                noted("name", Optional.of(arguments.required("name"))).orElseThrow()));
        int n = noted("n", arguments.next("n")).map(arguments::integer).orElse(generator.usualCount());
        double noise = noted("noise", arguments.next("noise"))
                .map(given -> arguments.number(given).doubleValue())
                .orElse(0.0);
        return generator.make(n, noise, arguments.seed(arguments.next("seed")));
    }

    private Dataset csv(Arguments arguments) {
        Path file = file(arguments, "file");
        List<ColumnRef> x = columns(arguments, arguments.next("x"));
        List<ColumnRef> y = columns(arguments, arguments.next("y").or(() -> arguments.option("t")));
        boolean classNumbers = arguments.option("classes").map(arguments::flag).orElse(false);
        boolean oneHot = arguments.option("one_hot").map(arguments::flag).orElse(false);
        Optional<Boolean> header = arguments.option("header").map(arguments::flag);
        CsvOptions options = header.map(
                        yes -> CsvOptions.USUAL.withHeader(yes ? CsvOptions.Header.YES : CsvOptions.Header.NO))
                .orElse(CsvOptions.USUAL);
        return CsvTable.read(file, options).dataset(x, y, targets(classNumbers, oneHot));
    }

    private static Targets targets(boolean classNumbers, boolean oneHot) {
        return classNumbers ? Targets.CLASS_NUMBERS : oneHot ? Targets.ONE_HOT : Targets.AUTO;
    }

    private List<ColumnRef> columns(Arguments arguments, Optional<Syntax.Expression> given) {
        return given
                .map(columns -> columns instanceof Syntax.ListOf list ? list.elements() : List.of(columns))
                .orElse(List.of())
                .stream()
                .map(column -> column(arguments, column))
                .toList();
    }

    private ColumnRef column(Arguments arguments, Syntax.Expression written) {
        if (written instanceof Syntax.Text text) {
            parts.put("column=" + text.value(), written);
            return ColumnRef.named(text.value());
        }
        int number = arguments.integer(written);
        parts.put("column=" + number, written);
        return ColumnRef.numbered(number);
    }

    private Dataset idx(Arguments arguments) {
        Path images = file(arguments, "images");
        Path labels = file(arguments, "labels");
        boolean flat = arguments.option("flat").map(arguments::flag).orElse(true);
        boolean oneHot = arguments.option("one_hot").map(arguments::flag).orElse(true);
        double divisor = arguments
                .option("divisor")
                .map(d -> arguments.number(d).doubleValue())
                .orElse(255.0);
        Dataset digits = IdxFile.dataset(images, labels, divisor, oneHot);
        return flat ? digits.flat() : digits;
    }
}

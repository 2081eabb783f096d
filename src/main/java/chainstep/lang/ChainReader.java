package chainstep.lang;

import chainstep.graph.Leaf;
import chainstep.graph.OperandException;
import chainstep.graph.Origin;
import chainstep.graph.ProgramBuilder;
import chainstep.graph.Role;
import chainstep.math.Rational;
import chainstep.op.Alias;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a {@code .chain} file: its statements become the program of one iteration, and what it says about it, directives.
 *
 * <p>Assignments are read first, in order; then {@code minimize} appends the backward pass and the update; then the other
 * directives are read, which may ask for anything of the finished program.
 */
public final class ChainReader {
    private final Source source;
    private final Path folder;
    private final boolean alone;
    private final Take take;
    private final ProgramBuilder program = new ProgramBuilder();
    private final Scope scope;
    private final List<SourceError> warnings = new ArrayList<>();
    private final ExpressionReader reader;
    private final Syntax.File file;

    private ChainReader(Syntax.File file, Path folder, boolean alone, Take take) {
        this.file = file;
        this.alone = alone;
        this.take = take;
        this.source = file.source();
        this.folder = folder;
        this.scope = new Scope(lines(file));
        this.reader = new ModelReader(source, program, scope, GradientCalls.of(file), warnings);
    }

    /**
     * Reads a file; paths in it are relative to its folder.
     *
     * @throws IOException when the file cannot be read
     * @throws SourceError when it is no model
     */
    public static Model read(Path file) throws IOException {
        return read(file, OptionalInt.empty());
    }

    /**
     * Reads a file; paths in it are relative to its folder.
     *
     * @param sample which row of each batch its data leaves hold alone, see {@link #read(Source, Path, OptionalInt)}
     * @throws IOException when the file cannot be read
     * @throws SourceError when it is no model, or is none of single rows
     */
    public static Model read(Path file, OptionalInt sample) throws IOException {
        return read(Source.read(file), file.resolveSibling(""), sample);
    }

    /**
     * Reads a text.
     *
     * @param folder where its data files are looked for
     * @throws SourceError when it is no model
     */
    public static Model read(Source source, Path folder) {
        return read(source, folder, OptionalInt.empty());
    }

    /**
     * Reads a text, its batches narrowed to one row each: what is computed is that row's share, and iteration k still takes its row
     * from the batch that the trainer would use.
     *
     * @param folder where its data files are looked for
     * @param sample which row of each batch, counted from 1; all of them where it is empty
     * @throws SourceError when it is no model, or is none of single rows
     */
    public static Model read(Source source, Path folder, OptionalInt sample) {
        return read(source, folder, Take.sample(sample));
    }

    /**
     * Reads a text for some of its data. Of a part as a whole, only what is computed and minimized: the other directives speak of batches.
     *
     * @param folder where its data files are looked for
     * @throws SourceError when it is no model, or is none of such rows
     */
    public static Model read(Source source, Path folder, Take take) {
        Syntax.File file = SyntaxReader.file(source);
        try {
            return new ChainReader(file, folder, false, take).model();
        } catch (SourceError error) {
            if (error.phrase().room().equals("op") && takesSingleRows(file)) {
                return ofSingleRows(file, folder, take, error);
            }
            throw error;
        }
    }

    /** A model written for one vector ({@code W @ x}) trains with batches of one row, which then is a vector. */
    private static Model ofSingleRows(Syntax.File file, Path folder, Take take, SourceError otherwise) {
        try {
            return new ChainReader(file, folder, true, take).model();
        } catch (SourceError notEither) {
            throw otherwise;
        }
    }

    private static boolean takesSingleRows(Syntax.File file) {
        return trainCall(file).stream()
                .flatMap(call -> call.named().stream())
                .anyMatch(option -> option.name().equals("batch")
                        && option.value() instanceof Syntax.Number number
                        && number.text().equals("1"));
    }

    private Model model() {
        List<Syntax.Call> directives = new ArrayList<>();
        DataLeaves data = new DataLeaves(reader, folder, trainCall(file), alone, take);
        for (Syntax.Statement statement : file.statements()) {
            program.at(origin(statement.span()));
            if (statement instanceof Syntax.Assign assign) {
                guarded(assign, () -> assign(assign, data));
            } else {
                Syntax.Call call = ((Syntax.Directive) statement).call();
                if (take.isBatches() || Directives.isMinimise(call)) {
                    directives.add(call);
                }
            }
        }
        Model model = directed(directives);
        if (take.sample().isPresent() && model.batch().isEmpty()) {
            throw SourceError.at(source, new Span(1, 1, 1, 1), "sample.none").hint("hint.sample.none");
        }
        return model;
    }

    private Model directed(List<Syntax.Call> directives) {
        boolean single = take.sample().isPresent();
        try {
            return new Directives(source, reader, program, scope, directives, warnings, single).model();
        } catch (OutOfMemoryError full) {
            throw tooLarge(directives.stream()
                    .filter(Directives::isMinimise)
                    .findFirst()
                    .orElseThrow(() -> full));
        }
    }

    private SourceError tooLarge(Syntax at) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return SourceError.at(source, at.span(), Phrase.of("op", "run.memory.full", megabytes));
    }

    /** For each name, the first line that defines it. */
    private static Map<String, Integer> lines(Syntax.File file) {
        Map<String, Integer> lines = new HashMap<>();
        for (Syntax.Statement statement : file.statements()) {
            if (statement instanceof Syntax.Assign assign) {
                assign.targets()
                        .forEach(name ->
                                lines.putIfAbsent(name.text(), name.span().line()));
            }
        }
        return lines;
    }

    /** The file's {@code train} line, wherever it stands: data leaves need it. */
    private static Optional<Syntax.Call> trainCall(Syntax.File file) {
        return file.statements().stream()
                .filter(Syntax.Directive.class::isInstance)
                .map(statement -> ((Syntax.Directive) statement).call())
                .filter(call -> call.name().equals("train"))
                .findFirst();
    }

    static Origin origin(Span span) {
        return new Origin(span.line(), span.column(), span.endLine(), span.endColumn());
    }

    /** Runs one statement; operand trouble that no expression claimed is told at the statement. */
    private void guarded(Syntax at, Runnable statement) {
        try {
            statement.run();
        } catch (OperandException e) {
            throw SourceError.at(source, at.span(), new Phrase("op", e.key(), e.arguments()));
        } catch (OutOfMemoryError full) {
            throw tooLarge(at);
        }
    }

    private void assign(Syntax.Assign assign, DataLeaves data) {
        if (DataLeaves.isData(assign.value())) {
            assignData(assign, data);
            return;
        }
        if (assign.targets().size() != 1) {
            throw reader.error(assign, "assign.several", assign.targets().size());
        }
        String name = assign.targets().get(0).text();
        Optional<Rational> number = new Constants(source, scope).of(assign.value());
        int first = program.size();
        int node = value(assign.value());
        program.name(node, name);
        number.or(() -> scalarConstant(node))
                .ifPresentOrElse(exact -> scope.define(name, node, exact), () -> scope.define(name, node));
        new InnerNames(program, name).give(first, node);
    }

    private int value(Syntax.Expression expression) {
        if (Leaves.isLeaf(expression)) {
            Leaf leaf = Leaves.read(reader, (Syntax.Call) expression);
            return reader.leaf(expression, leaf.kind(), leaf.supply());
        }
        int first = program.size();
        int node = reader.node(expression);
        boolean own = node >= first && program.node(node).role() instanceof Role.Value;
        return own ? node : program.apply(new Alias(), node);
    }

    /** The number of a scalar {@code const}, which may then stand where a number is wanted. */
    private Optional<Rational> scalarConstant(int node) {
        return program.node(node).op() instanceof Leaf leaf
                        && leaf.kind() == Leaf.Kind.CONST
                        && leaf.supply().shape().isScalar()
                ? Optional.of(leaf.supply().exact(0, 0))
                : Optional.empty();
    }

    private void assignData(Syntax.Assign assign, DataLeaves data) {
        if (assign.targets().size() != 2) {
            throw reader.error(assign, "data.two");
        }
        List<BatchRows> sides = data.read((Syntax.Call) assign.value());
        sides.get(0).left().ifPresent(rows -> warnings.add(shortBatch(assign, sides.get(0), rows)));
        List<Leaf.Kind> kinds = List.of(Leaf.Kind.INPUT, Leaf.Kind.TARGET);
        for (int side = 0; side < 2; side++) {
            String name = assign.targets().get(side).text();
            int node = reader.leaf(assign.value(), kinds.get(side), sides.get(side));
            program.name(node, name);
            scope.define(name, node);
        }
    }

    private SourceError shortBatch(Syntax.Assign assign, BatchRows rows, int left) {
        return reader.error(assign.value(), "data.short", rows.count(), rows.size(), left);
    }
}

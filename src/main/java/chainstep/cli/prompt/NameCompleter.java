package chainstep.cli.prompt;

import chainstep.graph.Program;
import chainstep.lang.Primes;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands at the start of a line, and names of the model and of quantities' functions after it. */
final class NameCompleter implements Completer {
    private final Session session;

    NameCompleter(Session session) {
        this.session = session;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Stream<String> words = line.wordIndex() == 0
                ? session.book().commands().stream().map(Command::name)
                : Stream.concat(names().stream(), names().stream().map(name -> "grad(" + name + ")"));
        words.map(Candidate::new).forEach(candidates::add);
    }

    /** Every name, and each version of one given again. */
    private List<String> names() {
        Program program = session.model().program();
        return program.nodes().stream()
                .filter(node -> session.model().names().containsKey(node.name()))
                .flatMap(node -> Stream.of(node.name(), Primes.written(program, node.id())))
                .distinct()
                .sorted()
                .toList();
    }
}

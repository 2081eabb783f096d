package chainstep.cli.prompt;

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
                : Stream.concat(
                        session.model().names().keySet().stream().sorted(),
                        session.model().names().keySet().stream().sorted().map(name -> "grad(" + name + ")"));
        words.map(Candidate::new).forEach(candidates::add);
    }
}

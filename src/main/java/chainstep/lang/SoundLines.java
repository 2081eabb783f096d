package chainstep.lang;

import java.util.List;

/** The statements of a text somebody is writing at: what can be read, without the few lines that cannot. */
final class SoundLines {
    /** With more lines that cannot be read, a text says nothing. */
    private static final int MOST_BROKEN = 3;

    private SoundLines() {}

    /** None where too little can be read; places are those of the whole text. */
    static List<Syntax.Statement> of(Source source) {
        return of(source, MOST_BROKEN);
    }

    private static List<Syntax.Statement> of(Source source, int broken) {
        try {
            return SyntaxReader.file(source).statements();
        } catch (SourceError trouble) {
            int line = trouble.span().line();
            if (broken == 0 || line > source.lines()) {
                return List.of();
            }
            int from = source.index(line, 1);
            String written = source.line(line);
            String less = source.text().substring(0, from)
                    + "#".repeat(written.length())
                    + source.text().substring(from + written.length());
            return of(Source.of(source.name(), less), broken - 1);
        }
    }
}

package chainstep.lang;

import chainstep.graph.OperandException;
import chainstep.math.Rational;
import chainstep.words.Phrase;
import java.util.List;

/** Tells a trouble with the options of a call at the option it is about, with its value as it was written. */
final class OptionTrouble {
    private OptionTrouble() {}

    /** @param otherwise what is pointed at where the trouble is about none of the options */
    static SourceError of(ExpressionReader reader, Syntax.Call call, OperandException trouble, Syntax otherwise) {
        Object first = trouble.arguments().isEmpty() ? "" : trouble.arguments().get(0);
        String last = trouble.key().substring(trouble.key().indexOf('.') + 1);
        for (Syntax.Named named : call.named()) {
            if (named.name().equals(last) || named.name().equals(first)) {
                String written = reader.text(named.value());
                List<Object> arguments = trouble.arguments().stream()
                        .map(argument -> argument instanceof Rational ? (Object) written : argument)
                        .toList();
                return SourceError.at(
                        reader.source(), named.value().span(), new Phrase("op", trouble.key(), arguments));
            }
        }
        return SourceError.at(reader.source(), otherwise.span(), new Phrase("op", trouble.key(), trouble.arguments()));
    }
}

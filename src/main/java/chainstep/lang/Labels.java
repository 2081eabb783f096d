package chainstep.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code label(W2, "w5 w6; w7 w8")}: each element gets a name, which quantities then know. */
final class Labels {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_∂∇][\\p{L}\\p{Nd}\\p{M}_₀-₉]*");

    private final ExpressionReader reader;
    private final List<Syntax.Call> calls;
    private final Set<String> taken = new HashSet<>();

    Labels(ExpressionReader reader, List<Syntax.Call> calls) {
        this.reader = reader;
        this.calls = calls;
    }

    /** The labels of a file, by the call that makes each, in order. */
    Map<Syntax.Call, Directive> read() {
        Map<Syntax.Call, Directive> labels = new IdentityHashMap<>();
        for (Syntax.Call call : calls) {
            if (call.name().equals("label")) {
                labels.put(call, label(new Arguments(reader, call)));
            }
        }
        return labels;
    }

    private Directive label(Arguments arguments) {
        Syntax.Expression value = arguments.required("value");
        if (!(value instanceof Syntax.Name)) {
            throw reader.error(value, "label.value");
        }
        int node = reader.node(value);
        Syntax.Expression written = arguments.required("names");
        List<String> names = names(written, arguments.text(written));
        arguments.finish();
        int size = reader.shape(node).size();
        if (names.size() != size) {
            throw reader.error(written, "label.count", names.size(), reader.text(value), size);
        }
        return new Directive.Label(node, names, arguments.call().span());
    }

    private List<String> names(Syntax.Expression written, String text) {
        List<String> names = new ArrayList<>();
        for (String word : Arrays.stream(text.split("[\\s,;，；]+"))
                .filter(word -> !word.isEmpty())
                .toList()) {
            if (!NAME.matcher(word).matches()) {
                throw reader.error(written, "label.name", word);
            }
            String name = Notation.name(word);
            if (reader.scope().find(name).isPresent() || !taken.add(name)) {
                throw reader.error(written, "label.taken", name);
            }
            names.add(name);
        }
        return names;
    }
}

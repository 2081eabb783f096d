package chainstep.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names for Python, each given once: like the user's, but no keyword and none that the script needs itself. Mutable. */
final class PythonNames {
    private static final List<String> KEYWORDS = List.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "tuple",
            "range",
            "float",
            "getattr");
    private static final List<String> SCRIPT = List.of(
            "torch",
            "np",
            "F",
            "nn",
            "dist",
            "self",
            "iteration",
            "first",
            "number",
            "truth",
            "maximum",
            "minimum",
            "largest",
            "smallest",
            "mask",
            "model",
            "memory",
            "after",
            "p",
            "old",
            "new_");
    /** What a module of PyTorch calls its own. */
    private static final List<String> MODULE = List.of(
            "training",
            "train",
            "eval",
            "to",
            "type",
            "half",
            "double",
            "cpu",
            "cuda",
            "apply",
            "forward",
            "parameters",
            "buffers",
            "modules",
            "children",
            "state_dict",
            "zero_grad",
            "compile",
            "bfloat16",
            "T_destination");

    private final Set<String> taken = new HashSet<>();
    private final Map<Integer, String> ofNodes = new HashMap<>();

    PythonNames() {
        taken.addAll(KEYWORDS);
        taken.addAll(SCRIPT);
        taken.addAll(MODULE);
    }

    /** The name of a node, made at the first call. */
    String of(int node, String wished) {
        return ofNodes.computeIfAbsent(node, key -> fresh(wished));
    }

    /** A name that no one else has. */
    String fresh(String wished) {
        StringBuilder plain = new StringBuilder();
        wished.codePoints()
                .map(sign -> Character.isLetterOrDigit(sign) && Character.isUnicodeIdentifierPart(sign) ? sign : '_')
                .forEach(plain::appendCodePoint);
        boolean begins = plain.length() > 0 && (Character.isLetter(plain.codePointAt(0)) || plain.charAt(0) == '_');
        String name = begins ? plain.toString() : "v" + plain;
        String free = name;
        for (int k = 2; !taken.add(free); k++) {
            free = name + "_" + k;
        }
        return free;
    }
}

package chainstep.lang;

import chainstep.math.Rational;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The names defined so far, each with its latest node, and those that are plain numbers. */
final class Scope {
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<String, Rational> numbers = new LinkedHashMap<>();

    void define(String name, int node) {
        nodes.put(name, node);
        numbers.remove(name);
    }

    /** Defines a name that stands for one exact number. */
    void define(String name, int node, Rational number) {
        nodes.put(name, node);
        numbers.put(name, number);
    }

    /**
     * The node of a name.
     *
     * @throws SourceError when nothing of that name was defined before
     */
    int node(Source source, Syntax.Name name) {
        Integer node = nodes.get(name.text());
        if (node == null) {
            throw SourceError.at(source, name.span(), "name.unknown", name.text())
                    .nearest(name.text(), nodes.keySet());
        }
        return node;
    }

    OptionalInt find(String name) {
        Integer node = nodes.get(name);
        return node == null ? OptionalInt.empty() : OptionalInt.of(node);
    }

    /** The exact number a name stands for, if it stands for one. */
    Optional<Rational> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    Map<String, Integer> nodes() {
        return nodes;
    }
}

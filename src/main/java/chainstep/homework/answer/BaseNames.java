package chainstep.homework.answer;

import chainstep.lang.Model;
import chainstep.lang.Primes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The names a model gives its values and their elements, and what people make of them: h₁, h_1 and h1 are one. */
final class BaseNames {
    /** What people call the loss, whatever the file calls it. */
    private static final List<String> LOSS =
            List.of("e", "j", "l", "c", "loss", "cost", "error", "err", "etotal", "ltotal");

    /** What the value that an activation is applied to is called. */
    private static final List<String> BEFORE_ACTIVATION = List.of("z_", "net_", "a_", "in_");

    private static final String INNER = ".z";

    private final Model model;
    private final Map<String, Meant> exact = new LinkedHashMap<>();
    private final Map<String, Meant> aliases = new LinkedHashMap<>();

    BaseNames(Model model) {
        this.model = model;
        Map<String, Integer> all = new HashMap<>(model.program().names());
        all.putAll(model.names());
        all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(name -> exact.put(name.getKey(), Meant.value(name.getValue(), List.of())));
        model.labels().forEach((node, labels) -> {
            List<List<Integer>> elements =
                    Meant.elements(model.program().node(node).shape());
            for (int k = 0; k < labels.size(); k++) {
                exact.put(labels.get(k), Meant.value(node, elements.get(k)));
            }
        });
        for (Map.Entry<String, Meant> name : exact.entrySet()) {
            if (name.getKey().endsWith(INNER)) {
                String line = name.getKey().substring(0, name.getKey().length() - INNER.length());
                BEFORE_ACTIVATION.forEach(before -> aliases.put(before + line, name.getValue()));
            }
        }
    }

    /** A value's name in the notation of quantities. */
    static String name(Model model, int node) {
        return Primes.written(model.program(), node);
    }

    /** What a name that the file or a label gives means. */
    Optional<Meant> exact(String name) {
        return Optional.ofNullable(exact.get(name));
    }

    /** What may be meant by a name that is spelled in another way; where its case is right that counts. */
    List<Meant> spelled(String name) {
        List<Meant> same = spelled(name, UnaryOperator.identity());
        return same.isEmpty() ? spelled(name, text -> text.toLowerCase(Locale.ROOT)) : same;
    }

    private List<Meant> spelled(String name, UnaryOperator<String> letters) {
        Optional<Meant> known = exact(name);
        if (known.isPresent()) {
            return List.of(known.get());
        }
        String wanted = letters.apply(folded(name));
        List<Meant> found = new ArrayList<>();
        for (Map<String, Meant> names : List.of(exact, aliases)) {
            if (found.isEmpty()) {
                names.forEach((key, meant) -> {
                    if (letters.apply(folded(key)).equals(wanted) && !found.contains(meant)) {
                        found.add(meant);
                    }
                });
            }
        }
        return found;
    }

    /** The loss, where a name is one that people give it. */
    Optional<Meant> loss(String name) {
        boolean called = LOSS.contains(folded(name).toLowerCase(Locale.ROOT));
        return called && model.program().loss().isPresent()
                ? Optional.of(Meant.value(model.program().loss().getAsInt(), List.of()))
                : Optional.empty();
    }

    /** All names, for a suggestion. */
    TreeSet<String> all() {
        return new TreeSet<>(exact.keySet());
    }

    /** The same for h_1, h₁ and h1. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replace("_", "");
    }
}

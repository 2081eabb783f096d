package chainstep.lang;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the first layer of a text reads of data with two columns: the data, or a line {@code F = concat([…], axis=1)} of features. */
final class FeatureText {
    private static final Set<String> JOINS = Set.of("concat", "concatenate", "cat");

    private final LayeredText text;
    private final Dense first;
    private final Syntax.Assign data;
    /** The line of the features, where there is one. */
    private final Optional<Syntax.Assign> made;

    private final Set<Feature> features;

    private FeatureText(LayeredText text, Syntax.Assign data, Optional<Syntax.Assign> made, Set<Feature> features) {
        this.text = text;
        this.first = text.layers().get(0);
        this.data = data;
        this.made = made;
        this.features = EnumSet.copyOf(features);
    }

    /** Empty where the first layer reads something else. */
    static Optional<FeatureText> of(String text) {
        return LayeredText.of(text).filter(read -> read.layers().get(0).rows()).flatMap(FeatureText::of);
    }

    private static Optional<FeatureText> of(LayeredText text) {
        Dense first = text.layers().get(0);
        Optional<Syntax.Assign> plain = data(text, first.in().text());
        if (plain.isPresent()) {
            return plain.filter(line -> text.inputs(first) == 2)
                    .map(line -> new FeatureText(text, line, Optional.empty(), Feature.PLAIN));
        }
        return text.assigns()
                .filter(line -> line.targets().size() == 1
                        && line.targets().get(0).text().equals(first.in().text()))
                .findFirst()
                .flatMap(line -> made(text, line))
                .filter(made -> made.features.size() == text.inputs(first));
    }

    private static Optional<FeatureText> made(LayeredText text, Syntax.Assign line) {
        if (!(line.value() instanceof Syntax.Call join)
                || !JOINS.contains(join.name())
                || join.positional().isEmpty()
                || !(join.positional().get(0) instanceof Syntax.ListOf list)
                || list.elements().isEmpty()) {
            return Optional.empty();
        }
        Optional<Syntax.Assign> data = Mentions.of(join).stream()
                .findFirst()
                .filter(name -> Mentions.of(join).size() == 1)
                .flatMap(name -> data(text, name));
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Syntax.Expression column : list.elements()) {
            Optional<Set<Feature>> known = data.flatMap(from -> Feature.named(text.text(column), rows(from)));
            if (known.isEmpty() || !features.addAll(known.get())) {
                return Optional.empty();
            }
        }
        return data.map(from -> new FeatureText(text, from, Optional.of(line), features));
    }

    /** The line that gives a name the rows of data. */
    private static Optional<Syntax.Assign> data(LayeredText text, String rows) {
        return text.assigns()
                .filter(line -> line.value() instanceof Syntax.Call call
                        && Set.of("data", "csv").contains(call.name())
                        && line.targets().size() == 2
                        && rows(line).equals(rows))
                .findFirst();
    }

    private static String rows(Syntax.Assign data) {
        return data.targets().get(0).text();
    }

    Set<Feature> features() {
        return Set.copyOf(features);
    }

    Optional<String> with(Set<Feature> wanted) {
        if (wanted.isEmpty() || new Readers(text).needShape(List.of(first.weights()), List.of(first))) {
            return Optional.empty();
        } else if (wanted.equals(features)) {
            return Optional.of(text.source().text());
        }
        Rewriting lines = new Rewriting(text.source());
        Set<String> gone = Set.of();
        if (made.isPresent() && wanted.equals(Feature.PLAIN)) {
            gone = Set.of(first.in().text());
            if (new Readers(text).need(gone, List.of(first))) {
                return Optional.empty();
            }
            lines.without(made.get().span());
            lines.put(first.in().span(), rows(data));
        } else if (made.isPresent()) {
            lines.put(made.get().value().span(), Feature.all(wanted, rows(data)));
        } else {
            String name = free();
            lines.behind(data.span(), List.of(name + " = " + Feature.all(wanted, rows(data))));
            lines.put(first.in().span(), name);
        }
        if (text.inputs(first) != wanted.size()) {
            text.resize(lines, first, text.units(first), wanted.size());
        }
        new Held(text.source(), text.directives().toList(), lines)
                .gone(gone, Set.of(first.weights(), first.in().text()));
        return Optional.of(lines.text());
    }

    private String free() {
        Set<String> taken = text.names();
        String name = "F";
        for (int number = 1; taken.contains(name); number++) {
            name = "F" + number;
        }
        return name;
    }
}

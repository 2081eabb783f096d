package chainstep.homework.answer;

import chainstep.lang.Model;
import chainstep.math.Shape;
import chainstep.words.Phrase;
import chainstep.words.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which value, or which element of one, a name written by hand means. */
final class NameReader {
    /** A name with brackets behind, which count from zero. */
    private static final Pattern BRACKETS =
            Pattern.compile("(.+?)\\s*\\[\\s*(-?\\d{1,8}(?:\\s*,\\s*-?\\d{1,8})*)\\s*]");

    private final Model model;
    private final BaseNames names;

    NameReader(Model model) {
        this.model = model;
        this.names = new BaseNames(model);
    }

    /** A name that means nothing, or more than one thing. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Phrase phrase;

        Unclear(String key, Object... arguments) {
            super(key, null, false, false);
            this.phrase = Phrase.of("homework", key, arguments);
        }

        Phrase phrase() {
            return phrase;
        }
    }

    /** Whether the file knows a value by this name, however it is spelled. */
    boolean isSpelled(String name) {
        return !names.spelled(name).isEmpty();
    }

    boolean isExact(String name) {
        return names.exact(name).isPresent();
    }

    /** Of a derivative the value above the line: the loss may be called otherwise there. */
    Meant above(String written) throws Unclear {
        try {
            return read(written);
        } catch (Unclear unknown) {
            return names.loss(written).orElseThrow(() -> unknown);
        }
    }

    /**
     * The value meant.
     *
     * @throws Unclear when there is none, or more than one
     */
    Meant read(String written) throws Unclear {
        Optional<Meant> exact = names.exact(written);
        if (exact.isPresent()) {
            return exact.get();
        }
        Matcher brackets = BRACKETS.matcher(written);
        if (brackets.matches()) {
            return picked(read(brackets.group(1)), brackets.group(2), written);
        }
        List<Meant> found = readings(written);
        if (found.size() > 1) {
            throw new Unclear(
                    "answer.name.ambiguous",
                    written,
                    found.get(0).text(model),
                    found.get(1).text(model));
        } else if (found.isEmpty()) {
            throw unknown(written);
        }
        return found.get(0);
    }

    private List<Meant> readings(String name) {
        Set<Meant> found = new LinkedHashSet<>();
        Subscript.marked(name).forEach(subscript -> found.addAll(elements(subscript)));
        found.addAll(names.spelled(name));
        if (found.isEmpty()) {
            Subscript.unmarked(name).forEach(subscript -> found.addAll(elements(subscript)));
        }
        if (found.isEmpty()) {
            Subscript.marked(name).forEach(subscript -> found.addAll(rows(subscript)));
        }
        return List.copyOf(found);
    }

    private List<Meant> elements(Subscript subscript) {
        List<Meant> found = new ArrayList<>();
        for (Meant base : names.spelled(subscript.name())) {
            if (base.index().isEmpty()) {
                subscript.places(shape(base)).forEach(place -> found.add(base.at(place)));
            }
        }
        return found;
    }

    /** Of a matrix one subscript names a row, as it is shown. */
    private List<Meant> rows(Subscript subscript) {
        return names.spelled(subscript.name()).stream()
                .filter(base -> base.index().isEmpty() && shape(base).rank() == 2)
                .flatMap(base -> subscript.row(shape(base)).stream().map(row -> base.at(List.of(row))))
                .toList();
    }

    private Shape shape(Meant base) {
        return model.program().node(base.node()).shape();
    }

    private Meant picked(Meant base, String places, String written) throws Unclear {
        int[] dims = shape(base).dims();
        List<Integer> index = new ArrayList<>(base.index());
        for (String place : places.split(",")) {
            int axis = index.size();
            int at = Integer.parseInt(place.strip());
            int extent = axis < dims.length ? dims[axis] : 0;
            if (at >= extent || at < -extent) {
                throw new Unclear("answer.name.outside", written, base.text(model), shape(base));
            }
            index.add(at < 0 ? at + extent : at);
        }
        return base.at(index);
    }

    private Unclear unknown(String written) {
        List<Subscript> subscripts = new ArrayList<>(Subscript.marked(written));
        subscripts.addAll(Subscript.unmarked(written));
        for (Subscript subscript : subscripts) {
            List<Meant> bases = names.spelled(subscript.name());
            if (!bases.isEmpty() && bases.get(0).index().isEmpty()) {
                return new Unclear("answer.name.outside", written, bases.get(0).text(model), shape(bases.get(0)));
            }
        }
        return Spelling.nearest(written, names.all())
                .map(near -> new Unclear("answer.name.nearest", written, near))
                .orElseGet(() -> new Unclear("answer.name.unknown", written));
    }
}

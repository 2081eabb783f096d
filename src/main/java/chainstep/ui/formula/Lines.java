package chainstep.ui.formula;

import chainstep.explain.Form;
import chainstep.ui.formula.Setting.Line;
import chainstep.ui.formula.Setting.Part;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds a formula's lines for a width: one, a little smaller if need be; else its sides below each other; else sides broken
 * before their signs, as few as will do; only then smaller still.
 */
final class Lines {
    /** Before an equals sign, as a part of the size: TeX's thick space. */
    private static final double SPACE = 5.0 / 18;
    /** A formula is drawn down to this part of its size before it is broken. */
    private static final double LITTLE = 0.85;

    private static final double STEP = 0.05;
    /** What is on the left stands alone on its line where it takes more than this part of the width. */
    private static final double NAME = 0.34;

    private final Typesetter typesetter;
    private final List<Form> forms;
    private final List<Drawn> sides;
    private final float size;
    private final Color colour;
    private final double least;
    private final double between;
    private final Map<Integer, Setting> found = new HashMap<>();

    /** @param least the smallest scale */
    Lines(Typesetter typesetter, Form form, float size, Color colour, double least) {
        this(typesetter, form.sides(), size, colour, least);
    }

    private Lines(Typesetter typesetter, List<Form> forms, float size, Color colour, double least) {
        this.typesetter = typesetter;
        this.forms = forms;
        this.sides = forms.stream()
                .map(side -> typesetter.formula(side, size, colour))
                .toList();
        this.size = size;
        this.colour = colour;
        this.least = least;
        this.between = SPACE * size;
    }

    /** All on one line, at full size. */
    Line whole() {
        return new Line(
                sides.stream().map(side -> new Part(side, between, false)).toList(), 0);
    }

    Setting setting(int width) {
        Setting known = found.get(width);
        if (known == null) {
            known = find(width);
            found.put(width, known);
        }
        return known;
    }

    private Setting find(int width) {
        Line whole = whole();
        double fits = width / whole.width();
        double little = Math.max(least, LITTLE);
        if (fits >= little) {
            return new Setting(List.of(whole), Math.min(1, fits));
        }
        for (int rank = -1; rank < Breaks.RANKS; rank++) {
            Setting setting = largest(width, rank, little, false);
            if (setting.fits(width)) {
                return setting;
            }
        }
        Setting smaller = smaller(width);
        for (int k = 0; k < Corners.STEPS.size() && !smaller.fits(width); k++) {
            Setting fewer = fewer(Corners.STEPS.get(k), width / least).smaller(width);
            smaller = fewer.fits(width) ? fewer : smaller;
        }
        return smaller;
    }

    /** As many breaks as there can be, as small as need be. */
    private Setting smaller(int width) {
        Setting smaller = largest(width, Breaks.RANKS, least, false);
        Setting loose = smaller.fits(width) ? smaller : largest(width, Breaks.RANKS, least, true);
        return loose.fits(width) ? loose : smaller;
    }

    /** The same with fewer columns of the matrices in sides that do not fit as they are. */
    private Lines fewer(int columns, double width) {
        List<Form> narrow = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            Form side = forms.get(i);
            boolean fits = pieces(side.latex(), sides.get(i), width - indent(width), 0, Breaks.RANKS).stream()
                    .allMatch(piece -> piece.width() <= width - indent(width));
            narrow.add(fits ? side : new Form(side.plain(), Corners.of(side.latex(), columns)));
        }
        return new Lines(typesetter, narrow, size, colour, least);
    }

    /**
     * The largest that fits with breaks up to a rank; the smallest where none does.
     *
     * @param loose whether a line that is too wide may begin further left than the others
     */
    private Setting largest(int width, int rank, double from, boolean loose) {
        double scale = 1;
        Setting setting = new Setting(lines(width, rank, loose), scale);
        while (!setting.fits(width) && scale > from) {
            scale = Math.max(from, scale - STEP);
            setting = new Setting(lines(width / scale, rank, loose), scale);
        }
        return setting;
    }

    /** Whether what is on the left has what it equals beside it. */
    private boolean isBeside(double width) {
        return sides.get(0).width() + between <= width * NAME;
    }

    /** Where the sides begin that stand on lines of their own. */
    private double indent(double width) {
        double beside = isBeside(width) ? sides.get(0).width() + between : size;
        return sides.size() == 1 ? 0 : beside;
    }

    private List<Line> lines(double width, int rank, boolean loose) {
        double indent = indent(width);
        boolean beside = isBeside(width);
        double inner = indent + size;
        List<Line> lines = new ArrayList<>();
        List<Part> line = new ArrayList<>();
        double from = 0;
        for (Part part : parts(width - indent, width - inner, rank)) {
            List<Part> longer = new ArrayList<>(line);
            longer.add(part);
            boolean first = lines.isEmpty() && line.size() == 1 && beside && !loose;
            if (line.isEmpty() || first || new Line(longer, from).width() <= width) {
                line = longer;
            } else {
                lines.add(new Line(line, from));
                from = part.within() ? inner : indent;
                from = loose ? Math.max(0, Math.min(from, width - part.drawn().width())) : from;
                line = new ArrayList<>(List.of(part));
            }
        }
        lines.add(new Line(line, from));
        return lines;
    }

    /** The sides; of one that is wider than there is room, its pieces. */
    private List<Part> parts(double room, double inner, int rank) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Drawn side = sides.get(i);
            boolean broken = side.width() > room && side instanceof TexDrawn;
            List<Drawn> pieces = broken ? pieces(forms.get(i).latex(), side, inner, 0, rank) : List.of(side);
            for (int k = 0; k < pieces.size(); k++) {
                parts.add(new Part(pieces.get(k), k == 0 ? between : 0, k > 0));
            }
        }
        return parts;
    }

    private List<Drawn> pieces(String latex, Drawn drawn, double room, int rank, int highest) {
        if (drawn.width() <= room || rank > highest) {
            return List.of(drawn);
        }
        List<String> cuts = Breaks.of(latex, rank);
        List<Drawn> pieces = new ArrayList<>();
        for (String cut : cuts) {
            Drawn piece = cuts.size() == 1 ? drawn : typesetter.formula(cut, size, colour);
            if (!(piece instanceof TexDrawn)) {
                return List.of(drawn);
            }
            pieces.addAll(pieces(cut, piece, room, rank + 1, highest));
        }
        return pieces;
    }
}

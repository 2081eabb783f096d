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
    /** Before a plus: TeX's medium space. */
    private static final double MEDIUM = 4.0 / 18;
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
        this.typesetter = typesetter;
        this.forms = form.sides();
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
            Setting setting = largest(width, new Attempt(rank, false, false), little);
            if (setting.fits(width)) {
                return setting;
            }
        }
        Setting smaller = smaller(width, false);
        Setting fewer = smaller.fits(width) ? smaller : smaller(width, true);
        return fewer.fits(width) ? fewer : smaller;
    }

    /** As many breaks as there can be, as small as need be. */
    private Setting smaller(int width, boolean corners) {
        Setting smaller = largest(width, new Attempt(Breaks.RANKS, corners, false), least);
        Setting loose = smaller.fits(width) ? smaller : largest(width, new Attempt(Breaks.RANKS, corners, true), least);
        return loose.fits(width) ? loose : smaller;
    }

    /**
     * What may be done to a formula that is too wide.
     *
     * @param rank up to which it may be broken
     * @param corners whether matrices that are too wide alone may be without their middle columns
     * @param loose whether a line that is too wide may begin further left than the others
     */
    private record Attempt(int rank, boolean corners, boolean loose) {}

    /**
     * The largest that fits; the smallest where none does.
     *
     * @param from the smallest scale
     */
    private Setting largest(int width, Attempt attempt, double from) {
        double scale = 1;
        Setting setting = new Setting(lines(width, attempt), scale);
        while (!setting.fits(width) && scale > from) {
            scale = Math.max(from, scale - STEP);
            setting = new Setting(lines(width / scale, attempt), scale);
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

    private List<Line> lines(double width, Attempt attempt) {
        double indent = indent(width);
        boolean beside = isBeside(width);
        double inner = indent + size;
        List<Line> lines = new ArrayList<>();
        List<Part> line = new ArrayList<>();
        double from = 0;
        for (Part part : parts(width - indent, width - inner, attempt)) {
            List<Part> longer = new ArrayList<>(line);
            longer.add(part);
            boolean first = lines.isEmpty() && line.size() == 1 && beside && !attempt.loose();
            if (line.isEmpty() || first || new Line(longer, from).width() <= width) {
                line = longer;
            } else {
                lines.add(new Line(line, from));
                from = part.within() ? inner : indent;
                from = attempt.loose()
                        ? Math.max(0, Math.min(from, width - part.drawn().width()))
                        : from;
                line = new ArrayList<>(List.of(part));
            }
        }
        lines.add(new Line(line, from));
        return lines;
    }

    /** The sides; of one that is wider than there is room, its pieces. */
    private List<Part> parts(double room, double inner, Attempt attempt) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Drawn side = sides.get(i);
            boolean broken = side.width() > room && side instanceof TexDrawn;
            List<Drawn> pieces = broken ? pieces(forms.get(i).latex(), side, inner, 0, attempt) : List.of(side);
            for (int k = 0; k < pieces.size(); k++) {
                parts.add(new Part(pieces.get(k), k == 0 ? between : MEDIUM * size, k > 0));
            }
        }
        return parts;
    }

    private List<Drawn> pieces(String latex, Drawn drawn, double room, int rank, Attempt attempt) {
        if (drawn.width() <= room) {
            return List.of(drawn);
        } else if (rank > attempt.rank()) {
            return List.of(attempt.corners() ? corners(latex, drawn, room) : drawn);
        }
        List<String> cuts = Breaks.of(latex, rank);
        List<Drawn> pieces = new ArrayList<>();
        for (String cut : cuts) {
            Drawn piece = cuts.size() == 1 ? drawn : typesetter.formula(cut, size, colour);
            if (!(piece instanceof TexDrawn)) {
                return List.of(drawn);
            }
            pieces.addAll(pieces(cut, piece, room, rank + 1, attempt));
        }
        return pieces;
    }

    /** As many columns of a matrix as there is room for. */
    private Drawn corners(String latex, Drawn drawn, double room) {
        Drawn corners = drawn;
        for (int k = 0; k < Corners.STEPS.size() && corners.width() > room; k++) {
            Drawn fewer = typesetter.formula(Corners.of(latex, Corners.STEPS.get(k)), size, colour);
            corners = fewer instanceof TexDrawn ? fewer : corners;
        }
        return corners;
    }
}

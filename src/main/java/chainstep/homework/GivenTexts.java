package chainstep.homework;

import chainstep.lang.Model;
import chainstep.lang.NumberEdit;
import chainstep.math.Format;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is given, as the file of the assignment writes it: 1/3, 0.10; a number that it does not write out is told whole. */
public final class GivenTexts {
    private static final int LONGEST = 12;

    private final Map<Place, String> texts = new HashMap<>();

    public GivenTexts(Model model) {
        NumberEdit.all(model)
                .forEach(one -> texts.put(
                        new Place(one.node(), one.element()), model.source().text(one.place())));
    }

    /** @param value of an element of a leaf */
    public String of(int node, int element, double value) {
        return Optional.ofNullable(texts.get(new Place(node, element)))
                .filter(text -> text.length() <= LONGEST)
                .map(Format::typographic)
                .orElseGet(() -> whole(value));
    }

    /** What is given is given exactly. */
    private static String whole(double value) {
        if (!Double.isFinite(value)) {
            return Format.number(value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean plain = exact.signum() == 0 || exact.precision() - exact.scale() > -6 && exact.scale() > -10;
        return Format.typographic(plain ? exact.toPlainString() : exact.toString());
    }
}

package chainstep.ui.homework;

import chainstep.graph.Node;
import chainstep.homework.GivenTexts;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import java.util.List;
import java.util.Optional;

/** A value that is given, in one line that may break between its rows: {@code [w1=0.15  w2=0.20; w3=0.25  w4=0.30]}. */
final class GivenLine {
    private static final int MOST = 36;
    private static final String GAP = "\u00A0\u00A0";

    private GivenLine() {}

    /**
     * Writes it.
     *
     * @param labels the names of its elements, as far as they have some
     * @return empty where it is too large to be written out
     */
    static Optional<String> of(Node node, Tensor value, List<String> labels, GivenTexts texts) {
        Shape shape = node.shape();
        if (shape.rank() > 2 || shape.size() > MOST) {
            return Optional.empty();
        }
        int columns = shape.rank() == 2 ? shape.dim(1) : shape.size();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < shape.size(); k++) {
            boolean named = k < labels.size() && !labels.get(k).isBlank();
            line.append(k == 0 ? "" : k % columns == 0 ? "; " : GAP)
                    .append(named ? labels.get(k) + "=" : "")
                    .append(texts.of(node.id(), k, value.get(k)));
        }
        return Optional.of(shape.rank() == 0 ? line.toString() : "[" + line + "]");
    }
}

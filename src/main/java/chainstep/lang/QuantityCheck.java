package chainstep.lang;

import chainstep.math.Shape;

/**
 * Checks that a model has the quantities a file asks for, all on one extended program, so that many cost little.
 *
 * <p>When that program is full a new one is begun, so that what one quantity may cost does not depend on the others.
 */
final class QuantityCheck {
    /** How many nodes all quantities of a file may need together. */
    private static final int MOST = 500_000;

    private final Model model;
    private Extension extension;
    private int nodes;

    QuantityCheck(Model model) {
        this.model = model;
        this.extension = begun();
    }

    private Extension begun() {
        return new Extension(model, model.program(), (iteration, there) -> new Filled(shape(there), 0));
    }

    /**
     * The shape of a quantity's value.
     *
     * @throws SourceError when the model has no such quantity, or the file asks for too much
     */
    Shape shape(Quantity quantity) {
        int before = extension.builder().size();
        int node = node(quantity);
        nodes += Math.abs(extension.builder().size() - before);
        if (nodes > MOST) {
            throw SourceError.at(quantity.source(), quantity.expression().span(), "quantity.many", MOST);
        }
        return extension.builder().node(node).shape();
    }

    /**
     * Sees that a quantity is one number, as a condition must be.
     *
     * @throws SourceError when it is not, or {@link #shape} throws it
     */
    void requireScalar(Quantity condition) {
        Shape shape = shape(condition);
        if (shape.size() != 1) {
            throw SourceError.at(
                    condition.source(), condition.expression().span(), "breakpoint.scalar", condition.text(), shape);
        }
    }

    private int node(Quantity quantity) {
        boolean fresh = extension.builder().size() == model.program().size();
        try {
            return extension.append(quantity);
        } catch (SourceError e) {
            if (fresh || !e.phrase().key().startsWith("program.")) {
                throw e;
            }
        }
        extension = begun();
        return extension.append(quantity);
    }
}

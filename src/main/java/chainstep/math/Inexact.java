package chainstep.math;

/** Says that a result is not a rational number (or not one worth writing down), so exact arithmetic cannot go on. */
public final class Inexact extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    public Inexact(String message) {
        super(message);
    }
}

package chainstep.compile;

/** The scalar functions of compiled programs in float32: those of float64, rounded once. */
public final class Functions32 {
    private Functions32() {}

    public static float exp(float x) {
        return (float) Functions64.exp(x);
    }

    public static float tanh(float x) {
        return (float) Functions64.tanh(x);
    }

    public static float sigmoid(float x) {
        return (float) Functions64.sigmoid(x);
    }

    public static float softplus(float x) {
        return (float) Functions64.softplus(x);
    }

    public static float log(float x) {
        return (float) Math.log(x);
    }

    public static float log1p(float x) {
        return (float) Math.log1p(x);
    }

    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    public static float sin(float x) {
        return (float) Math.sin(x);
    }

    public static float cos(float x) {
        return (float) Math.cos(x);
    }

    public static float erf(float x) {
        return (float) Functions64.erf(x);
    }

    public static float abs(float x) {
        return Math.abs(x);
    }

    public static float sign(float x) {
        return (float) Functions64.sign(x);
    }

    public static float step(float x) {
        return (float) Functions64.step(x);
    }

    public static float power(float base, float exponent) {
        return (float) Functions64.power(base, exponent);
    }
}

package chainstep.compile;

/** The scalar functions of compiled programs in float32: those of float64, rounded once, where nothing else is said. */
public final class Functions32 {
    private Functions32() {}

    public static float exp(float x) {
        return (float) Functions64.exp(x);
    }

    public static float tanh(float x) {
        return (float) Functions64.tanh(x);
    }

    /** As {@link Functions64#tanhOfMany}: tanh(x/4) by degree 5 and 4, off by 1e-9 at most, doubled twice; all in float32. */
    public static float tanhOfMany(float x) {
        float y = Math.max(-20f, Math.min(20f, x)) * 0.25f;
        float q = y * y;
        float n = y * (1 + q * (1f / 9 + q * (1f / 945)));
        float d = 1 + q * (4f / 9 + q * (1f / 63));
        float n2 = 2 * n * d;
        float d2 = d * d + n * n;
        return Math.max(-1, Math.min(1, 2 * n2 * d2 / (d2 * d2 + n2 * n2)));
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

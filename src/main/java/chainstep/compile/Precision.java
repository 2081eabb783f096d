package chainstep.compile;

/** In which numbers a program is compiled. */
public enum Precision {
    FLOAT64("double", Functions64.class),
    FLOAT32("float", Functions32.class);

    private final String type;
    private final Class<?> functions;

    Precision(String type, Class<?> functions) {
        this.type = type;
        this.functions = functions;
    }

    /** Java's name of such a number. */
    String type() {
        return type;
    }

    /** The class that holds the scalar functions. */
    String functions() {
        return functions.getName();
    }

    /** A constant as Java writes it. */
    String literal(double value) {
        String name = this == FLOAT32 ? "Float" : "Double";
        double kept = this == FLOAT32 ? (float) value : value;
        if (Double.isNaN(kept)) {
            return name + ".NaN";
        } else if (Double.isInfinite(kept)) {
            return name + (kept > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        String digits = this == FLOAT32 ? Float.toString((float) value) + "f" : Double.toString(value);
        return kept < 0 || digits.startsWith("-") ? "(" + digits + ")" : digits;
    }

    /** A new array of numbers of this kind, filled with these. */
    public Object array(double[] values) {
        if (this == FLOAT64) {
            return values.clone();
        }
        float[] array = new float[values.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = (float) values[i];
        }
        return array;
    }

    /** The numbers of such an array as float64. */
    public double[] numbers(Object array) {
        if (this == FLOAT64) {
            return ((double[]) array).clone();
        }
        float[] floats = (float[]) array;
        double[] numbers = new double[floats.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = floats[i];
        }
        return numbers;
    }
}

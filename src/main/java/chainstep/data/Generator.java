package chainstep.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The six made data sets of TensorFlow Playground, by name: two features x1 and x2, one target in [−1, 1].
 *
 * <p>circle, xor, gauss and spiral are classes −1 and +1; plane and multi-gauss are regression. The formulas are those of
 * Playground's dataset.ts ({@link Scatter}); points come from {@code Lcg(seed)} and are shuffled with the same stream.
 * Noise has a stream of its own, so that the points stay put when only the noise is turned (not for gauss, whose noise is its spread).
 */
public enum Generator {
    CIRCLE("circle", 500, Scatter::circle),
    XOR("xor", 500, Scatter::xor),
    GAUSS("gauss", 500, Scatter::gauss),
    SPIRAL("spiral", 500, Scatter::spiral),
    PLANE("plane", 1200, Scatter::plane),
    MULTI_GAUSS("multi-gauss", 1200, Scatter::multiGauss);

    /** No more points than this. */
    public static final int MOST = 1_000_000;

    private final String title;
    private final int usualCount;
    private final Consumer<Scatter> formula;

    Generator(String title, int usualCount, Consumer<Scatter> formula) {
        this.title = title;
        this.usualCount = usualCount;
        this.formula = formula;
    }

    /** The name in a {@code .chain} file. */
    public String title() {
        return title;
    }

    /** How many points Playground makes. */
    public int usualCount() {
        return usualCount;
    }

    /** Every name, in the order of Playground's panel. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(Generator::title).toList();
    }

    /**
     * The generator of this name.
     *
     * @throws DataException {@code generate.name} with the nearest names if there is none
     */
    public static Generator named(String title) {
        return Arrays.stream(values())
                .filter(g -> g.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        "generate.name", Place.NOWHERE, CsvCell.shown(title), Nearest.to(title, titles())));
    }

    /**
     * n points; noise as Playground's, whose slider gives 0 to 0.5.
     *
     * @throws DataException {@code generate.count} unless 2 ≤ n ≤ {@link #MOST}, {@code generate.noise} unless 0 ≤ noise ≤ 10
     */
    public Dataset make(int n, double noise, long seed) {
        if (n < 2 || n > MOST) {
            throw new DataException("generate.count", Place.NOWHERE, n, MOST);
        }
        if (!(noise >= 0 && noise <= 10)) {
            throw new DataException("generate.noise", Place.NOWHERE, noise);
        }
        Scatter scatter = new Scatter(n, noise, seed);
        formula.accept(scatter);
        return scatter.shuffled();
    }
}

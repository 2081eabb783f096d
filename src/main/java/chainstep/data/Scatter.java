package chainstep.data;

import java.util.List;

/**
 * Points being scattered by one of Playground's formulas (dataset.ts, in the same order of draws). Mutable, used once.
 *
 * <p>Noise moves the place a label is judged at, except in the spiral, where it moves the point, and in gauss, where it is the
 * spread. Normal numbers are {@link Lcg#gaussian()}, not dataset.ts's polar method: same law, other numbers.
 */
final class Scatter {
    /** The key of the noise's stream: below every epoch's. */
    private static final long NOISE_KEY = -3;

    private static final double[][] HILLS = {
        {-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}
    };

    private final int n;
    private final double noise;
    private final Lcg draws;
    private final Lcg noiseDraws;
    private final double[] points;
    private final double[] labels;
    private int made;

    Scatter(int n, double noise, long seed) {
        this.n = n;
        this.noise = noise;
        this.draws = new Lcg(seed);
        this.noiseDraws = Lcg.keyed(seed, NOISE_KEY);
        this.points = new double[2 * n];
        this.labels = new double[n];
    }

    private interface Label {
        double of(double x, double y);
    }

    private void add(double x, double y, double label) {
        points[2 * made] = x;
        points[2 * made + 1] = y;
        labels[made++] = label;
    }

    /** Adds (x, y) with the label judged at a place moved by up to radius·noise on each axis. */
    private void addJudged(double x, double y, double radius, Label label) {
        double nx = x + jitter(radius);
        double ny = y + jitter(radius);
        add(x, y, label.of(nx, ny));
    }

    private double jitter(double radius) {
        return noiseDraws.uniform(-radius, radius) * noise;
    }

    /** The first ⌈n/2⌉ points of a two-class set are the positive ones. */
    private int positives() {
        return n - n / 2;
    }

    /** A disc of radius 2.5 inside a ring from 3.5 to 5: draws r, then the angle. */
    void circle() {
        for (int i = 0; i < n; i++) {
            double r = i < positives() ? draws.uniform(0, 2.5) : draws.uniform(3.5, 5);
            double angle = draws.next() * 2 * StrictMath.PI;
            addJudged(r * StrictMath.sin(angle), r * StrictMath.cos(angle), 5, (x, y) -> distance(x, y) < 2.5 ? 1 : -1);
        }
    }

    /** Opposite quadrants of [−5, 5]² share a class; 0.3 of room is left along the axes. */
    void xor() {
        for (int i = 0; i < n; i++) {
            double x = padded(draws.uniform(-5, 5));
            double y = padded(draws.uniform(-5, 5));
            addJudged(x, y, 5, (nx, ny) -> nx * ny >= 0 ? 1 : -1);
        }
    }

    private static double padded(double v) {
        return v > 0 ? v + 0.3 : v - 0.3;
    }

    /** Normal clouds around (2, 2) and (−2, −2) of variance 0.5 + 7·noise. */
    void gauss() {
        double spread = StrictMath.sqrt(0.5 + 7 * noise);
        for (int i = 0; i < n; i++) {
            double label = i < positives() ? 1 : -1;
            double x = 2 * label + spread * draws.gaussian();
            double y = 2 * label + spread * draws.gaussian();
            add(x, y, label);
        }
    }

    /** Two arms half a turn apart: r = 5i/m, t = 1.75·(i/m)·2π + δ, m = n/2. */
    void spiral() {
        arm(positives(), 0, 1);
        arm(n - positives(), StrictMath.PI, -1);
    }

    private void arm(int length, double turned, double label) {
        double m = n / 2.0;
        for (int i = 0; i < length; i++) {
            double r = i / m * 5;
            double t = 1.75 * i / m * 2 * StrictMath.PI + turned;
            double x = r * StrictMath.sin(t) + jitter(1);
            double y = r * StrictMath.cos(t) + jitter(1);
            add(x, y, label);
        }
    }

    /** (x + y)/10 over [−6, 6]². */
    void plane() {
        square((x, y) -> (x + y) / 10);
    }

    /** Six hills of height ±1 − distance/2 over [−6, 6]²; the one highest in absolute value counts. */
    void multiGauss() {
        square((x, y) -> {
            double highest = 0;
            for (double[] hill : HILLS) {
                double height = hill[2] * Math.max(0, 1 - distance(x - hill[0], y - hill[1]) / 2);
                highest = Math.abs(height) > Math.abs(highest) ? height : highest;
            }
            return highest;
        });
    }

    private void square(Label label) {
        for (int i = 0; i < n; i++) {
            double x = draws.uniform(-6, 6);
            double y = draws.uniform(-6, 6);
            addJudged(x, y, 6, label);
        }
    }

    private static double distance(double x, double y) {
        return StrictMath.sqrt(x * x + y * y);
    }

    /** The points in an order drawn from the rest of their own stream. */
    Dataset shuffled() {
        int[] order = draws.permutation(n);
        Rows x = new Rows(n, new int[] {2}, new Cells.Doubles(points), List.of("x1", "x2"));
        Rows t = new Rows(n, new int[] {1}, new Cells.Doubles(labels), List.of("label"));
        return new Dataset(x.select(order), t.select(order), List.of());
    }
}

package chainstep.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the data files of colours promise: contrast as WCAG 2.1 measures it, and colours that stay apart for eyes that lack one kind
 * of cones, as Machado, Oliveira and Fernandes (2009) simulate them, in ΔE of CIE 1976.
 */
class PaletteTest {
    private static final List<Hue> INKS = List.of(
            Hue.TEXT, Hue.MUTED, Hue.VALUE, Hue.GRADIENT, Hue.UPDATE, Hue.PARAMETER, Hue.INPUT, Hue.WRONG, Hue.RIGHT);
    private static final List<Hue> MEANT = List.of(Hue.VALUE, Hue.GRADIENT, Hue.UPDATE, Hue.PARAMETER);
    private static final double APART = 20;

    /** Normal, without red, without green, without blue cones: from linear RGB to what is seen. */
    private static final List<double[][]> EYES = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    @ParameterizedTest
    @EnumSource
    void text_stands_out_from_the_page(Theme theme) {
        Palette palette = Palette.of(theme);
        double least = theme == theme.hall(true) ? 7 : 4.5;
        for (Hue ink : INKS) {
            assertThat(contrast(palette.get(ink), palette.get(Hue.GROUND)))
                    .as(theme + " " + ink)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @EnumSource
    void text_stands_out_from_every_ground_it_is_written_on(Theme theme) {
        Palette palette = Palette.of(theme);
        double least = theme == theme.hall(true) ? 7 : 4.5;
        Stream<Hue[]> pairs = Stream.concat(
                INKS.stream().limit(7).map(ink -> new Hue[] {ink, Hue.NOW_GROUND}), Stream.of(new Hue[][] {
                    {Hue.TEXT, Hue.FRAME},
                    {Hue.MUTED, Hue.FRAME},
                    {Hue.WRONG, Hue.FRAME},
                    {Hue.TEXT, Hue.VALUE_GROUND},
                    {Hue.MUTED, Hue.VALUE_GROUND},
                    {Hue.VALUE, Hue.VALUE_GROUND},
                    {Hue.GRADIENT, Hue.GRADIENT_GROUND},
                    {Hue.UPDATE, Hue.UPDATE_GROUND},
                    {Hue.RIGHT, Hue.RIGHT_GROUND},
                    {Hue.WRONG, Hue.WRONG_GROUND}
                }));
        assertThat(pairs.toList())
                .hasSize(17)
                .allSatisfy(pair -> assertThat(contrast(palette.get(pair[0]), palette.get(pair[1])))
                        .as(theme + " " + Arrays.toString(pair))
                        .isGreaterThanOrEqualTo(least));
    }

    @Test
    void the_safe_palettes_keep_their_meanings_apart_for_all_eyes() {
        List<Theme> safe = Arrays.stream(Theme.values()).filter(Theme::isSafe).toList();
        assertThat(safe).hasSize(4);
        for (Theme theme : safe) {
            for (Hue one : MEANT) {
                for (Hue other : MEANT.subList(0, MEANT.indexOf(one))) {
                    assertThat(distance(
                                    Palette.of(theme).get(one),
                                    Palette.of(theme).get(other)))
                            .as(theme + " " + one + " " + other)
                            .isGreaterThan(APART);
                }
            }
        }
    }

    @Test
    void the_measures_know_black_from_white_and_what_deuteranopes_confuse() {
        assertThat(contrast(Color.BLACK, Color.WHITE)).isBetween(20.99, 21.01);
        assertThat(distance(
                        Palette.of(Theme.LIGHT).get(Hue.VALUE),
                        Palette.of(Theme.LIGHT).get(Hue.PARAMETER)))
                .isLessThan(5);
    }

    private static double contrast(Color a, Color b) {
        double high = Math.max(light(a), light(b));
        double low = Math.min(light(a), light(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double light(Color colour) {
        double[] linear = linear(colour);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(Color colour) {
        return Stream.of(colour.getRed(), colour.getGreen(), colour.getBlue())
                .mapToDouble(part -> part / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
    }

    /** How far apart two colours are for the eyes that tell them apart worst. */
    private static double distance(Color a, Color b) {
        return EYES.stream()
                .mapToDouble(eye -> {
                    double[] one = lab(seen(eye, linear(a)));
                    double[] other = lab(seen(eye, linear(b)));
                    return Math.sqrt(Math.pow(one[0] - other[0], 2)
                            + Math.pow(one[1] - other[1], 2)
                            + Math.pow(one[2] - other[2], 2));
                })
                .min()
                .orElseThrow();
    }

    private static double[] seen(double[][] eye, double[] linear) {
        return Arrays.stream(eye)
                .mapToDouble(row -> row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])
                .map(part -> Math.max(0, Math.min(1, part)))
                .toArray();
    }

    /** CIE L*a*b* for the white of D65. */
    private static double[] lab(double[] rgb) {
        double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double part) {
        return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }
}

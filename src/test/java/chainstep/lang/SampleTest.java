package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainstep.math.Tensor;
import chainstep.run.Iterations;
import chainstep.run.Trace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A batch narrowed to one of its rows is that row, and nothing else. */
class SampleTest {
    private static final Path HERE = Path.of("");
    private static final int SIZE = 4;
    private static final String MODEL = """
            X, t = data("spiral", n=10, noise=0.1, seed=1)
            train(batch=4, shuffle=True, seed=3)
            W = param(xavier(2, 3, seed=1))
            V = param(xavier(3, 1, seed=2))
            h = tanh(X @ W)
            y = sigmoid(h @ V)
            e = (y - t)**2
            E = mean(e)
            minimize(E)
            """;

    private static Model model(String text, OptionalInt sample) {
        return ChainReader.read(Source.of("sample.chain", text), HERE, sample);
    }

    private static double[] value(Model model, Trace trace, String name) {
        return trace.value(model.names().get(name)).toArray();
    }

    /** An iteration's trace; the parameters stay as they are. */
    private static Trace first(Model model, long iteration) {
        return new Iterations(model.program()).trace(iteration);
    }

    @Test
    void every_narrowed_value_is_that_row_of_the_batch() {
        Model whole = model(MODEL, OptionalInt.empty());
        int compared = 0;
        for (long iteration : new long[] {0, 1, 2, 5}) {
            Trace all = first(whole, iteration);
            for (int sample = 1; sample <= SIZE; sample++) {
                Model narrowed = model(MODEL, OptionalInt.of(sample));
                Trace one = first(narrowed, iteration);
                for (String name : new String[] {"X", "t", "h", "y", "e"}) {
                    double[] rows = value(whole, all, name);
                    int width = rows.length / SIZE;
                    assertThat(value(narrowed, one, name))
                            .as("%s of sample %d at iteration %d", name, sample, iteration)
                            .containsExactly(Arrays.copyOfRange(rows, (sample - 1) * width, sample * width));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(80);
    }

    @Test
    void the_gradients_of_the_samples_have_the_gradient_of_the_batch_as_their_mean() {
        Model whole = model(MODEL, OptionalInt.empty());
        Trace all = first(whole, 0);
        double[] mean = new double[6];
        for (int sample = 1; sample <= SIZE; sample++) {
            Model narrowed = model(MODEL, OptionalInt.of(sample));
            Tensor gradient = gradient(narrowed, first(narrowed, 0));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += gradient.get(i) / SIZE;
            }
        }
        double[] wanted = gradient(whole, all).toArray();
        for (int i = 0; i < mean.length; i++) {
            assertThat(mean[i]).isCloseTo(wanted[i], org.assertj.core.data.Offset.offset(1e-15));
        }
    }

    private static Tensor gradient(Model model, Trace trace) {
        int loss = model.program().loss().orElseThrow();
        return trace.value(
                model.program().gradient(loss, model.names().get("W")).orElseThrow());
    }

    @Test
    void a_model_knows_how_many_rows_its_batches_have_and_which_is_taken() {
        assertThat(model(MODEL, OptionalInt.empty()).batch()).hasValue(SIZE);
        assertThat(model(MODEL, OptionalInt.empty()).sample()).isEmpty();
        assertThat(model(MODEL, OptionalInt.of(2)).batch()).hasValue(SIZE);
        assertThat(model(MODEL, OptionalInt.of(2)).sample()).hasValue(2);
        assertThat(model("x = input([1, 2])\ny = sum(x)\n", OptionalInt.empty()).batch())
                .isEmpty();
    }

    @Test
    void a_narrowed_model_goes_through_the_same_batches() {
        Model whole = model(MODEL, OptionalInt.empty());
        Model narrowed = model(MODEL, OptionalInt.of(3));
        assertThat(narrowed.program().size()).isEqualTo(whole.program().size());
        assertThat(value(narrowed, first(narrowed, 0), "X")).isNotEqualTo(value(narrowed, first(narrowed, 1), "X"));
        assertThat(value(narrowed, first(narrowed, 0), "X")).isNotEqualTo(value(narrowed, first(narrowed, 2), "X"));
    }

    @Test
    void a_sample_that_a_batch_does_not_have_is_refused() {
        for (int sample : new int[] {0, SIZE + 1, -1}) {
            assertThatThrownBy(() -> model(MODEL, OptionalInt.of(sample)))
                    .isInstanceOfSatisfying(SourceError.class, error -> {
                        assertThat(error.line()).isEqualTo(1);
                        assertThat(error.message(Locale.ENGLISH))
                                .isEqualTo("a batch has 4 rows here: there is no sample " + sample);
                        assertThat(error.message(Locale.CHINESE)).contains("没有第 " + sample + " 个样本");
                    });
        }
    }

    @Test
    void a_model_without_data_has_no_samples() {
        assertThatThrownBy(() -> model("x = input([1, 2])\ny = sum(x)\n", OptionalInt.of(1)))
                .isInstanceOfSatisfying(SourceError.class, error -> {
                    assertThat(error.message(Locale.ENGLISH)).contains("no line reads data");
                    assertThat(error.hint(Locale.ENGLISH)).isPresent();
                });
    }
}

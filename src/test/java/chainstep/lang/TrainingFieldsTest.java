package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.TrainingText.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each setting, on the samples and on texts written oddly. */
class TrainingFieldsTest {
    private static final String ODD = """
            # two data calls; the first is the one that is changed
            X , t=data( 'circle' )# made
            U, v = data("xor", n=30)
            W=param( normal( 2 , 1 ,std=2,seed = 7 ) )
            b = param(zeros(1))
            y = X@W+b
            L = mse(y, t)
            minimise( L,
                      momentum(0.1,  # the rate
                               beta=0.8) )   # down
            expect(L,
                   3)
            """;

    private static final String TABLE = """
            X, t = csv("delivery.csv", x=["miles", "gas"], y=["hours"])
            W = param(he(2, 1, seed=1))
            b = param(zeros(1))
            y = X @ W + b
            L = mse(y, t)
            minimize(L)
            """;

    private static String sample(String name) {
        try {
            return Files.readString(Path.of("samples", name + ".chain"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String read(Optional<String> text) {
        ChainReader.read(Source.of("changed", text.orElseThrow()), Path.of("samples"));
        return text.orElseThrow();
    }

    private static String odd(Field field, String value) {
        return read(TrainingText.of(ODD).with(field, value));
    }

    private static String held(String text) {
        return text.replace("\nexpect(L,\n       3)", "\n# expect(L,\n#        3)")
                .replace("\nexpect(", "\n# expect(");
    }

    @Test
    void odd_spacing_and_comments_stay() {
        assertThat(odd(Field.DATA, "gauss")).isEqualTo(held(ODD.replace("'circle'", "\"gauss\"")));
        assertThat(odd(Field.SAMPLES, "60")).isEqualTo(held(ODD.replace("'circle' )", "'circle', n=60 )")));
        assertThat(odd(Field.RATE, "0.3")).isEqualTo(held(ODD.replace("(0.1,", "(0.3,")));
        assertThat(odd(Field.SCHEDULE, "cosine")).isEqualTo(held(ODD.replace("(0.1,", "(cosine(0.1, total=1000),")));
        assertThat(odd(Field.OPTIMIZER, "nesterov")).isEqualTo(held(ODD.replace("momentum", "nesterov")));
        assertThat(odd(Field.OPTIMIZER, "adamw")).contains("          adamw(lr=0.1) )   # down");
        assertThat(odd(Field.L2, "1e-3")).contains("beta=0.8), l2=1e-3 )   # down");
        assertThat(odd(Field.EPOCHS, "9")).isEqualTo(ODD.replace("# down\n", "# down\ntrain(epochs=9)\n"));
        assertThat(odd(Field.PATIENCE, "4")).contains("# down\ntrain(patience=4)\n");
    }

    @Test
    void what_holds_where_nothing_is_said_is_told() {
        TrainingText text = TrainingText.of(ODD);
        assertThat(text.get(Field.SAMPLES)).isEmpty();
        assertThat(text.holds(Field.SAMPLES)).contains("500");
        assertThat(text.holds(Field.NOISE)).contains("0");
        assertThat(text.holds(Field.RATE)).contains("0.1");
        assertThat(text.holds(Field.SCHEDULE)).contains("constant");
        assertThat(text.holds(Field.SHUFFLE)).as("there is no train line").isEmpty();
        assertThat(TrainingText.of(sample("digits")).holds(Field.SHUFFLE)).contains("False");
        assertThat(TrainingText.of(TABLE).holds(Field.NOISE)).isEmpty();
    }

    @Test
    void data_of_a_file_have_no_samples_and_no_noise() {
        TrainingText table = TrainingText.of(TABLE);
        for (Field field : new Field[] {Field.DATA, Field.SAMPLES, Field.NOISE, Field.DATA_SEED}) {
            assertThat(table.has(field)).isFalse();
            assertThat(table.with(field, "1")).isEmpty();
        }
        assertThat(table.with(Field.BATCH, "2")).contains(TABLE + "train(batch=2)\n");
        assertThat(table.with(Field.OPTIMIZER, "adam"))
                .contains(TABLE.replace("minimize(L)", "minimize(L, adam(lr=0.01))"));
    }

    @Test
    void what_would_break_the_text_is_refused() {
        for (String value : new String[] {"0.1)", "(", "", "1 # one", "1\n2", "0.1, n=4"}) {
            assertThat(TrainingText.of(ODD).with(Field.RATE, value)).isEmpty();
        }
        assertThat(TrainingText.of(ODD + "oops(\n").with(Field.RATE, "1"))
                .as("a broken line elsewhere hides nothing")
                .contains(held(ODD.replace("(0.1,", "(1,")) + "oops(\n");
    }

    @Test
    void a_schedule_fits_the_updates_that_the_text_says() {
        TrainingText spiral = TrainingText.of(sample("spiral"));
        assertThat(read(spiral.with(Field.SCHEDULE, "cosine"))).contains("adam(lr=cosine(0.01, total=9000))");
        assertThat(read(spiral.with(Field.SCHEDULE, "step_decay"))).contains("step_decay(0.01, every=3000)");
        assertThat(read(spiral.with(Field.SCHEDULE, "exp_decay"))).contains("exp_decay(0.01, rate=1/3000)");
        String warm = read(spiral.with(Field.SCHEDULE, "warmup"));
        assertThat(warm).contains("warmup(0.01, steps=900)");
        TrainingText text = TrainingText.of(warm);
        assertThat(text.get(Field.RATE)).contains("0.01");
        assertThat(text.get(Field.SCHEDULE)).contains("warmup(steps=900)");
        assertThat(text.with(Field.RATE, "0.5")).contains(warm.replace("warmup(0.01", "warmup(0.5"));
        assertThat(text.with(Field.SCHEDULE, "constant")).contains(held(sample("spiral")));
        assertThat(text.with(Field.SCHEDULE, "cosine(0.2, 70)"))
                .contains(warm.replace("warmup(0.01, steps=900)", "cosine(0.2, 70)"));
        assertThat(TrainingText.of("L = mse(y, t)\nminimize(L, adam(0.1))\n").with(Field.SCHEDULE, "warmup(steps=3)"))
                .contains("L = mse(y, t)\nminimize(L, adam(warmup(0.1, steps=3)))\n");
    }

    @Test
    void all_weights_get_another_initialiser_and_keep_shape_and_seed() {
        String spiral = sample("spiral");
        assertThat(TrainingText.of(spiral).get(Field.INITIALISER)).contains("xavier");
        String he = read(TrainingText.of(spiral).with(Field.INITIALISER, "he"));
        assertThat(he).isEqualTo(held(spiral.replace("xavier", "he")));
        String even = read(TrainingText.of(he).with(Field.INITIALISER, "uniform"));
        assertThat(even).contains("uniform(16, 1, lo=-0.5, hi=0.5, seed=3)").contains("b1 = param(zeros(16))");
        assertThat(TrainingText.of(even).get(Field.INITIALISER)).contains("uniform(lo=-0.5, hi=0.5)");
        assertThat(TrainingText.of(even).with(Field.INITIALISER, "xavier")).contains(held(spiral));
        String none = read(TrainingText.of(even).with(Field.INITIALISER, "zeros"));
        assertThat(none).contains("W2 = param(zeros(16, 16))");
        assertThat(TrainingText.of(none).with(Field.INITIALISER, "xavier")).contains(held(spiral));
        assertThat(read(TrainingText.of(sample("digits")).with(Field.INITIALISER, "normal(std=0.2)")))
                .contains("normal(128, 784, std=0.2, seed=1)");
        assertThat(TrainingText.of(ODD).get(Field.INITIALISER)).contains("normal(std=2)");
        assertThat(odd(Field.INITIALISER, "xavier")).contains("W=param( xavier( 2 , 1, seed=7) )");
        assertThat(TrainingText.of(spiral).with(Field.INITIALISER, "sgd")).isEmpty();
        assertThat(TrainingText.of(sample("mazur")).has(Field.INITIALISER)).isFalse();
    }
}

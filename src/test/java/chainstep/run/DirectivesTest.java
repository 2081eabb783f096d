package chainstep.run;

import static chainstep.run.Chain.holds;
import static chainstep.run.Chain.model;
import static chainstep.run.Chain.refused;
import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.SourceError;
import chainstep.lang.TrainSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line that says something about a model instead of computing: what it may say, and what it does. */
class DirectivesTest {
    private static final String LOSS = "x = param([3, -4])\nE = sum(x**2) / 2\n";

    @Test
    void minimize_alone_differentiates_and_updates_nothing() {
        Model model = holds(LOSS + "minimize(E)\nexpect(grad(x), [3, -4])\nexpect(at(3, x), [3, -4])\n");
        assertThat(model.program().carries()).isEmpty();
        refused(LOSS + "minimize(E)\nexpect(new(x), [3, -4])\n", "4:12", "`x` is not updated in this model");
    }

    @Test
    void a_file_without_minimize_only_goes_forward() {
        Model model = holds(LOSS + "expect(E, 12.5)\n");
        assertThat(model.program().loss()).isEmpty();
        assertThat(model.program().size()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgd(lr=0.1)                               | 2.7",
                "sgd(0.1)                                  | 2.7",
                "sgd(lr=-0.01)                             | 3.03",
                "sgd(lr=rate)                              | 2.25",
                "sgd(lr=rate * 2)                          | 1.5",
                "momentum(lr=0.1, beta=0.9)                | 2.7",
                "adam(lr=0.1)                              | 2.900000000333333",
                "sgd(lr=exp_decay(lr=0.1, rate=0.5))       | 2.7",
                "sgd(lr=step_decay(lr=0.1, every=2, factor=0.5)) | 2.7",
                "sgd(lr=cosine(lr=0.1, total=10))          | 2.7",
            })
    void optimizers_take_a_number_a_name_or_a_schedule_for_a_rate(String optimizer, String expected) {
        holds(LOSS + "rate = 0.25\nminimize(E, " + optimizer + ")\nexpect(new(x)[0], " + expected + ", digits=6)\n");
    }

    @Test
    void penalties_are_part_of_the_loss_and_clipping_bounds_the_gradient() {
        holds(LOSS + "minimize(E, sgd(lr=1), l2=0.5)\nexpect(new(x), [-3, 4])\n");
        holds(LOSS + "minimize(E, sgd(lr=1), l1=1)\nexpect(new(x), [-1, 1])\n");
        holds(LOSS + "minimize(E, sgd(lr=1), clip=2.5)\nexpect(new(x), [1.5, -2])\n");
    }

    @Test
    void params_trains_only_some() {
        holds("""
                v1 = param(2)
                v2 = param(3)
                E = v1 * v2
                minimize(E, sgd(lr=1), params=[v2])
                expect(new(v2), 1)
                expect(at(1, v1), 2)
                """);
    }

    @Test
    void gradient_is_an_expression_and_updates_can_be_written_by_hand() {
        holds("""
                w = param([1, 2])
                E = sum(w**3)
                g = gradient(E, w)
                w_new = w - 0.1 * gradient(E, w)
                H = gradient(sum(gradient(E, w)), w)
                expect(g, [3, 12])
                expect(w_new, [0.7, 0.8])
                expect(H, [6, 12])
                """);
    }

    @Test
    void train_takes_every_keyword_and_decides_the_batches() {
        Model model = model("""
                X, t = data("xor", n=100, seed=1)
                w = param(zeros(2, 1))
                E = mse(X @ w, t)
                minimize(E, sgd(lr=0.1))
                train(epochs=3, batch=20, shuffle=True, split=[60, 20, 20], seed=7, patience=40)
                """);
        TrainSettings settings = model.directives(Directive.Train.class).get(0).settings();
        assertThat(settings).isEqualTo(new TrainSettings(3, 20, true, List.of(60, 20, 20), 7, 40));
        assertThat(model.program().node(model.names().get("X")).shape()).hasToString("20×2");
        assertThat(model.warnings()).isEmpty();
        Iterations iterations = new Iterations(model.program());
        int node = model.names().get("X");
        assertThat(iterations.trace(0).value(node))
                .isNotEqualTo(iterations.trace(1).value(node));
        assertThat(iterations.trace(3).value(node))
                .isNotEqualTo(iterations.trace(0).value(node));
    }

    @Test
    void a_model_written_for_one_vector_trains_with_batches_of_one() {
        Model model = model("""
                x, t = data("gauss", n=40, seed=1)
                W = param(normal(3, 2, seed=1))
                v = param(normal(1, 3, seed=2))
                h = tanh(W @ x)
                y = v @ h
                E = sum((y - t)**2)
                minimize(E, sgd(lr=0.1))
                train(batch=1)
                """);
        assertThat(model.program().node(model.names().get("x")).shape()).hasToString("2");
        Iterations iterations = new Iterations(model.program());
        int x = model.names().get("x");
        assertThat(iterations.trace(1).value(x))
                .isNotEqualTo(iterations.trace(0).value(x))
                .isEqualTo(iterations.trace(41).value(x));
        refused(
                "x, t = data(\"gauss\", n=40, seed=1)\nW = param(normal(3, 3, seed=1))\nh = W @ x\ntrain(batch=1)\n",
                "3:5",
                "`@` cannot multiply 3×3 by 1×2");
    }

    @Test
    void a_whole_set_shuffled_comes_in_another_order_each_time() {
        Model model = model("X, t = data(\"xor\", n=50, seed=1)\ntrain(shuffle=True)\n");
        Iterations iterations = new Iterations(model.program());
        assertThat(iterations.trace(1).value(0))
                .isNotEqualTo(iterations.trace(0).value(0));
    }

    @Test
    void a_short_last_batch_is_told() {
        Model model = model("X, t = data(\"xor\", n=103, seed=1)\ntrain(batch=10)\n");
        assertThat(model.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .hasMessage(
                                "test.chain:1:8: 103 rows in batches of 10: the last 3 rows of each epoch are passed"
                                        + " over"));
        assertThat(model.warnings().get(0).message(Locale.CHINESE)).contains("103", "10", "3");
    }

    @Test
    void a_parameter_the_loss_does_not_depend_on_is_told_where_it_is_defined() {
        Model model = model(LOSS + "W = param([1, 2])\nminimize(E, sgd(lr=0.1))\n");
        assertThat(model.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .hasMessage("test.chain:3:1: `E` does not depend on the parameter `W`: it is not updated"));
    }

    @Test
    void expect_is_met_where_the_true_value_rounds_to_what_is_written() {
        holds("x = const(2/3)\nexpect(x, 0.67)\nexpect(x, 0.667)\nexpect(x, 0.7, digits=1)\nexpect(x, 2/3)\n");
        Model model = model("x = const(2/3)\nexpect(x, 0.66)\nexpect(x, 0.7)\nexpect(x, 0.670)\n");
        assertThat(ExpectCheck.of(model)).noneMatch(ExpectCheck::isMet);
    }

    @Test
    void expect_asks_at_iteration_k() {
        holds(LOSS + "minimize(E, sgd(lr=0.5))\nexpect(x[0], 3)\nexpect(x[0], 1.5, at=1)\nexpect(x[0], 0.375, at=3)\n");
        refused(LOSS + "expect(E, 1, at=20000000)", "3:17", "iterations count from 0 and go up to 10000000");
    }

    @Test
    void ask_has_marks_and_words() {
        Model model = model(LOSS + "minimize(E)\nask(grad(x)[0], marks=2, say=\"by hand\", digits=3)\nask(E)\n");
        List<Directive.Ask> asks = model.directives(Directive.Ask.class);
        assertThat(asks).extracting(Directive.Ask::marks).containsExactly(2, 1);
        assertThat(asks.get(0).say()).isEqualTo("by hand");
        assertThat(asks.get(0).digits()).isEqualTo(Optional.of(3));
        assertThat(asks.get(0).quantity().text()).isEqualTo("grad(x)[0]");
    }

    @Test
    void titles_and_notes_are_kept() {
        Model model = model("title(\"Mazur\")\nnote(\"one\")\nnote('two $\\sigma$')\n");
        assertThat(model.title()).hasValue("Mazur");
        assertThat(model.directives(Directive.Note.class))
                .extracting(Directive.Note::text)
                .containsExactly("one", "two $\\sigma$");
    }

    @Test
    void labels_are_one_name_for_each_element() {
        refused("h = param([1, 2])\nlabel(h, \"a b c\")", "2:10", "3 names for `h`, which has 2 elements");
        refused("h = param([1, 2])\nlabel(h, \"h b\")", "2:10", "`h` already names something else");
        refused("h = param([1, 2])\nlabel(h, \"a a\")", "2:10", "`a` already names something else");
        refused("h = param([1, 2])\nlabel(h, \"a-b c\")", "2:10", "`a-b` cannot be a name");
    }

    @Test
    void an_unknown_directive_is_told_with_the_nearest_known() {
        SourceError error = refused("x = param(2)\nexpct(x, 2)", "2:1", "there is no directive `expct`");
        assertThat(error.render(Locale.ENGLISH)).endsWith("expct(x, 2)\n  ^^^^^\n  did you mean `expect`?");
        assertThat(refused("x = param(2)\nx.backward()", "2:3", "there is no directive `backward`")
                        .hint(Locale.ENGLISH))
                .hasValue("write `minimize(x, sgd(lr=0.1))`: it differentiates and updates");
    }

    @Test
    void a_loss_is_one_number_and_minimized_once() {
        refused(
                "x = param([1, 2])\ny = x**2\nminimize(y)",
                "3:10",
                "the loss must be one number, and its shape is 2: take `sum(...)` or `mean(...)` of it");
        refused(
                LOSS + "minimize(E)\nminimize(E)",
                "4:1",
                "there is already a `minimize(...)`: a model minimizes one value, which may be a sum");
    }
}

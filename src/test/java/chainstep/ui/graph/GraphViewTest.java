package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.debug.Breakpoint;
import chainstep.debug.Depth;
import chainstep.ui.Draft;
import chainstep.ui.Picked;
import chainstep.ui.Seen;
import chainstep.ui.Settings;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Theme;
import chainstep.ui.number.NumberEditor;
import java.awt.Component;
import java.awt.Font;
import java.awt.event.MouseEvent;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph painted, clicked on and driven by keys, without a display. */
class GraphViewTest {
    private static final double BODY = 40;

    private final Drawn mazur = Drawn.of("mazur.chain").steps(Depth.TERM, 19);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void it_is_painted_in_the_colours_of_its_theme(Theme theme) {
        Drawn drawn = Drawn.of("mazur.chain", theme).steps(Depth.TERM, 19);
        Palette palette = Palette.of(theme.hall(false));
        assertThat(Drawn.colours(drawn.paint()))
                .contains(
                        palette.get(Hue.NOW_GROUND),
                        palette.get(Hue.NOW),
                        palette.get(Hue.PARAMETER),
                        palette.get(Hue.GRADIENT),
                        palette.get(Hue.VALUE),
                        palette.get(Hue.GROUND));
    }

    @Test
    void it_follows_theme_and_language_while_it_is_open() {
        mazur.controller.settings(Settings.FIRST.in(Theme.DARK).in(Locale.SIMPLIFIED_CHINESE));
        assertThat(Drawn.colours(mazur.paint())).contains(Palette.of(Theme.DARK).get(Hue.NOW_GROUND));
        assertThat(mazur.view.canvas().getAccessibleContext().getAccessibleName())
                .isEqualTo("计算图");
    }

    @Test
    void without_a_network_it_says_so() {
        mazur.controller.open(Draft.EMPTY);
        assertThat(mazur.view.canvas().picture()).isEmpty();
        assertThat(Drawn.colours(mazur.paint())).hasSizeGreaterThan(3);
        assertThat(mazur.view.getComponents())
                .filteredOn(Component::isVisible)
                .hasSize(2)
                .contains(mazur.view.canvas())
                .anyMatch(Blank.class::isInstance);
        assertThat(Seen.text(mazur.view)).contains("There is no network yet");
    }

    @Test
    void a_value_with_a_number_that_is_not_finite_is_marked_once_that_is_known() {
        Drawn sick = Drawn.text("w = param([1, 0, -2])\ny = log(w)\nE = sum(y)\nminimize(E)\n");
        assertThat(sick.card("y").isWrong()).isFalse();
        sick.steps(Depth.LINE, 1);
        assertThat(sick.card("y").isWrong()).isTrue();
        assertThat(sick.card("E").isWrong()).isFalse();
        assertThat(Drawn.colours(sick.paint())).contains(Palette.of(Theme.LIGHT).get(Hue.WRONG));
    }

    @Test
    void the_name_of_a_gradient_to_come_is_whole_on_a_fine_screen() {
        Drawn drawn = Drawn.of("worked/d2l_pooling.chain");
        Card card = drawn.card("Av");
        Face face = drawn.small().faces().get(card.id());
        Spot at = face.gradient().orElseThrow();
        Font font = new Ink(Theme.LIGHT).words("∂Av");
        double wide = font.getStringBounds(
                        "∂Av", new FontRenderContext(AffineTransform.getScaleInstance(2, 2), true, false))
                .getWidth();
        assertThat(CardPainter.room(face, at, at.y() == face.value().y())).isGreaterThan(wide + 1);
    }

    @Test
    void a_click_on_a_head_picks_the_value() {
        mazur.click("o", 10, 10, 1);
        assertThat(mazur.picked()).contains(Picked.whole(mazur.node("o")));
        assertThat(mazur.card("o").isPicked()).isTrue();
    }

    @Test
    void a_click_on_a_number_picks_it() {
        Face face = mazur.picture().faces().get(mazur.node("W2"));
        double x = face.value().x() + 10 * Face.CHARACTER;
        double y = face.value().y() + 1.5 * Face.ROW;
        mazur.click("W2", x, y, 1);
        assertThat(mazur.picked()).contains(new Picked(mazur.node("W2"), 3));
    }

    @Test
    void a_click_on_a_gradient_picks_the_gradient() {
        Card o = mazur.card("o");
        Spot at = mazur.picture().faces().get(o.id()).gradient().orElseThrow();
        mazur.click("o", at.right() - 3, at.y() + 20, 1);
        assertThat(mazur.picked())
                .contains(new Picked(o.gradient().orElseThrow().node(), 1));
    }

    @Test
    void a_click_on_an_edge_picks_the_term_that_runs_along_it() {
        Link link = new Link(mazur.node("h"), mazur.node("z2"));
        mazur.click(mazur.picture().routes().get(link).middle(), 1);
        assertThat(mazur.picked())
                .contains(Picked.whole(mazur.card("h").gradient().orElseThrow().node()));
    }

    @Test
    void a_click_beside_everything_lets_go() {
        mazur.click("o", 10, 10, 1);
        mazur.click(new Spot(-20, -40, 0, 0), 1);
        assertThat(mazur.picked()).isEmpty();
    }

    @Test
    void a_double_click_goes_there() {
        mazur.click("h", 12, BODY, 2);
        assertThat(mazur.controller
                        .scene()
                        .sitting()
                        .orElseThrow()
                        .state()
                        .step()
                        .node())
                .isEqualTo(mazur.node("h"));
    }

    @Test
    void a_double_click_on_a_head_unfolds_and_folds() {
        int before = mazur.model().cards().size();
        mazur.click("E", 10, 10, 2);
        assertThat(mazur.model().cards()).hasSize(before + 3);
        mazur.click("E", 10, 10, 2);
        assertThat(mazur.model().cards()).hasSize(before);
    }

    @Test
    void a_click_on_the_plus_unfolds() {
        Face face = mazur.picture().faces().get(mazur.node("z2"));
        mazur.click("z2", face.width() - 14, 12, 1);
        assertThat(mazur.model().cards()).anyMatch(card -> card.name().equals("W2 h"));
    }

    @Test
    void a_double_click_on_a_given_number_changes_it_in_the_source() {
        mazur.click("x", 12, BODY, 2);
        NumberEditor editor = mazur.view.editor().orElseThrow();
        assertThat(editor.text()).isEqualTo("0.05");
        editor.enter("0.25");
        assertThat(mazur.controller.scene().draft().text()).contains("x  = input([0.25, 0.10])");
        assertThat(mazur.text()).contains("x (input) = [0.25; 0.10]");
    }

    @Test
    void the_arrow_keys_walk_along_the_edges() {
        mazur.controller.pick(Optional.of(Picked.whole(mazur.node("h"))));
        mazur.key("RIGHT");
        assertThat(mazur.picked()).contains(Picked.whole(mazur.node("z2")));
        mazur.key("RIGHT");
        mazur.key("LEFT");
        mazur.key("LEFT");
        assertThat(mazur.picked()).contains(Picked.whole(mazur.node("h")));
        mazur.key("DOWN");
        assertThat(mazur.picked()).contains(Picked.whole(mazur.node("W2")));
        mazur.key("ESCAPE");
        assertThat(mazur.picked()).isEmpty();
    }

    @Test
    void keys_zoom_and_fit() {
        double first = mazur.view.canvas().camera().scale();
        mazur.key("typed +");
        assertThat(mazur.view.canvas().camera().scale()).isGreaterThan(first);
        mazur.key("typed 0");
        assertThat(mazur.view.canvas().camera().scale()).isEqualTo(1);
        mazur.key("typed f");
        Spot all = mazur.picture().places().bounds();
        assertThat(mazur.view.canvas().camera().sees(all, 1100, 700)).isTrue();
    }

    @Test
    void a_key_stops_at_a_value_and_no_longer() {
        mazur.controller.pick(Optional.of(Picked.whole(mazur.node("o"))));
        mazur.key("typed b");
        assertThat(mazur.controller.scene().sitting().orElseThrow().breakpoints())
                .extracting(Breakpoint::place)
                .containsExactly(new Breakpoint.OnNode(mazur.node("o")));
        mazur.controller.pick(Optional.of(Picked.whole(mazur.node("o"))));
        mazur.key("typed b");
        assertThat(mazur.controller.scene().sitting().orElseThrow().breakpoints())
                .isEmpty();
    }

    @Test
    void a_name_is_found() {
        mazur.view.finder().setText("z2");
        assertThat(mazur.picked()).contains(Picked.whole(mazur.node("z2")));
        mazur.view.finder().setText("w");
        assertThat(mazur.picked()).contains(Picked.whole(mazur.node("W1")));
        mazur.view.finder().postActionEvent();
        assertThat(mazur.picked()).contains(Picked.whole(mazur.node("W2")));
    }

    @Test
    void what_is_found_in_a_drawing_seen_from_afar_can_be_read() {
        mazur.view.canvas().look(new Camera(0.09, 0, 0));
        mazur.view.finder().setText("z2");
        assertThat(mazur.view.canvas().camera().scale()).isGreaterThanOrEqualTo(0.7);
        Spot found = mazur.view.canvas().camera().there(mazur.picture().spot(mazur.node("z2")));
        assertThat(found.x()).isBetween(0.0, (double) mazur.view.getWidth());
        assertThat(found.y()).isBetween(0.0, (double) mazur.view.getHeight());
    }

    @Test
    void a_tip_tells_a_number_in_full() {
        Spot spot = mazur.picture().spot(mazur.node("h"));
        Face face = mazur.picture().faces().get(mazur.node("h"));
        Spot at = mazur.view
                .canvas()
                .camera()
                .there(new Spot(
                        spot.x() + face.value().x() + 4, spot.y() + face.value().y() + 4, 0, 0));
        String tip = mazur.view
                .canvas()
                .getToolTipText(new MouseEvent(
                        mazur.view.canvas(), MouseEvent.MOUSE_MOVED, 0, 0, (int) at.x(), (int) at.y(), 0, false));
        assertThat(tip).contains("h₁ = 0.593269992107187").contains("h = [0.593270");
    }

    @Test
    void stepping_moves_no_box() {
        Arrangement before = mazur.picture().places();
        mazur.steps(Depth.TERM, 30);
        assertThat(mazur.picture().places()).isSameAs(before);
    }

    @Test
    void editing_a_number_moves_no_box() {
        Arrangement before = mazur.picture().places();
        mazur.controller.edit(Drawn.read("mazur.chain").replace("0.15, 0.20", "0.16, 0.20"));
        assertThat(mazur.picture().places()).isSameAs(before);
        assertThat(mazur.text()).contains("W1 (param) = [0.16 0.20");
    }

    private static final String[] LECTURES = {
        "mazur.chain",
        "lectures/mlp_vector_form.chain",
        "lectures/single_neuron.chain",
        "lectures/rnn_unrolled.chain",
        "worked/lstm_gomez.chain",
    };

    @ParameterizedTest
    @FieldSource("LECTURES")
    void in_a_lecture_hall_nothing_of_the_step_is_hidden(String sample) {
        Drawn drawn = Drawn.of(sample);
        drawn.view.setSize(666, 660);
        drawn.controller.settings(Settings.FIRST.projector(true));
        drawn.view.doLayout();
        GraphCanvas canvas = drawn.view.canvas();
        Spot view = new Spot(0, 0, 666, 660);
        int callouts = 0;
        int stepped = 0;
        for (; stepped < 110; stepped++) {
            drawn.steps(Depth.TERM, 1);
            List<Spot> now = drawn.model().cards().stream()
                    .filter(Card::isNow)
                    .map(card -> canvas.camera().there(drawn.picture().spot(card.id())))
                    .toList();
            assertThat(now).allMatch(spot -> spot.common(view) > 0.99 * spot.area());
            Spot legend = bounds(drawn, Legend.class);
            assertThat(now)
                    .filteredOn(spot -> spot.height() < 400 && now.size() == 1)
                    .noneMatch(legend::touches);
            Optional<Spot> callout =
                    canvas.callout().map(told -> canvas.camera().there(told.spot()));
            callouts += callout.isPresent() ? 1 : 0;
            assertThat(callout.stream()).allMatch(spot -> spot.common(view) > 0.99 * spot.area());
            Overview overview = drawn.view.overview();
            Spot covers = new Spot(overview.getX(), overview.getY(), overview.getWidth(), overview.getHeight());
            if (overview.isVisible()) {
                assertThat(now).noneMatch(covers::touches);
                assertThat(callout.stream()).noneMatch(covers::touches);
            }
        }
        assertThat(callouts).isPositive();
    }

    private static Spot bounds(Drawn drawn, Class<?> kind) {
        Component part = Stream.of(drawn.view.getComponents())
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow();
        return new Spot(part.getX(), part.getY(), part.getWidth(), part.getHeight());
    }

    private static final String[] WITH_ROOM = {
        "mazur.chain", "lectures/single_neuron.chain", "lectures/xor_by_hand.chain", "lectures/hopfield.chain",
    };

    @ParameterizedTest
    @FieldSource("WITH_ROOM")
    void what_is_told_of_an_edge_stands_beside_it_on_free_ground(String sample) {
        for (boolean hall : new boolean[] {false, true}) {
            Drawn drawn = Drawn.of(sample);
            drawn.view.setSize(hall ? 669 : 680, hall ? 660 : 578);
            drawn.controller.settings(
                    Settings.FIRST.in(Locale.SIMPLIFIED_CHINESE).projector(hall));
            drawn.view.doLayout();
            int told = 0;
            for (int step = 0; step < 60; step++) {
                drawn.steps(Depth.TERM, 1);
                Optional<Callout> callout = drawn.view.canvas().callout();
                told += callout.isPresent() ? 1 : 0;
                assertThat(callout.stream()).allMatch(each -> each.berth().isFree());
                assertThat(callout.stream()
                                .flatMap(each -> drawn.model().cards().stream()
                                        .map(card -> drawn.picture().spot(card.id()))
                                        .filter(box -> box.touches(each.spot())
                                                || each.line()
                                                        .intersects(box.x(), box.y(), box.width(), box.height()))))
                        .isEmpty();
            }
            assertThat(told).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void in_a_lecture_hall_the_tools_are_as_readable_as_the_rest(String language) {
        Settings hall = Settings.FIRST.in(Locale.forLanguageTag(language)).projector(true);
        mazur.controller.settings(hall);
        mazur.view.setSize(669, 660);
        mazur.view.doLayout();
        List<JButton> buttons = Stream.of(mazur.view.getComponents())
                .filter(ZoomBar.class::isInstance)
                .flatMap(bar -> Stream.of(((ZoomBar) bar).getComponents()))
                .map(JButton.class::cast)
                .toList();
        assertThat(buttons).hasSize(6).allMatch(button -> button.getFont().getSize2D() >= 14);
        List<Component> legends = Stream.of(mazur.view.getComponents())
                .filter(Legend.class::isInstance)
                .toList();
        assertThat(legends).hasSize(1).allMatch(Component::isVisible).allMatch(legend -> legend.getHeight() >= 40);
        assertThat(legends).allMatch(legend -> legend.getX() >= 0);
    }

    @Test
    void mazurs_network_stays_where_it_is_while_it_is_stepped() {
        Drawn drawn = Drawn.of("mazur.chain");
        drawn.view.setSize(680, 578);
        drawn.view.doLayout();
        drawn.view.canvas().fit();
        Camera first = drawn.view.canvas().camera();
        drawn.controller.depth(Depth.TERM);
        for (int step = 0; step < 30; step++) {
            drawn.controller.step();
            assertThat(drawn.view.canvas().camera()).isEqualTo(first);
        }
    }

    @Test
    void the_loss_is_in_sight_with_the_step_where_there_is_room() {
        Drawn drawn = Drawn.of("lectures/mlp_vector_form.chain");
        drawn.view.setSize(666, 660);
        drawn.controller.settings(Settings.FIRST.projector(true));
        drawn.view.doLayout();
        drawn.controller.depth(Depth.LINE);
        while (!drawn.card("E").isNow()) {
            drawn.controller.step();
        }
        drawn.controller.back();
        assertThat(drawn.card("E").isNow()).isFalse();
        assertThat(drawn.view.canvas().camera().sees(drawn.picture().spot(drawn.node("E")), 666, 660))
                .isTrue();
    }
}

package chainstep.ui.status;

import chainstep.debug.DebugState;
import chainstep.math.Format;
import chainstep.run.GradientCheck;
import chainstep.run.Trace;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.Tasks;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JPanel;

/** Iteration, loss, and whether the gradients agree with central differences; the comparison is made aside. */
public final class FactsView extends JPanel implements DebugView {
    /** How many numbers may be computed anew for a comparison, roughly. */
    private static final long BUDGET = 20_000;

    private static final int MOST = 50;

    private final transient Tasks aside;
    private final transient Typesetter typesetter = new Typesetter();
    private transient Optional<DebugScene> scene = Optional.empty();
    private transient Optional<Trace> checked = Optional.empty();
    private transient Optional<GradientCheck> check = Optional.empty();

    /** @param aside where gradients are compared, which may take a while */
    public FactsView(Tasks aside) {
        super(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        this.aside = aside;
        setOpaque(false);
    }

    @Override
    public void show(DebugScene next) {
        scene = Optional.of(next);
        Optional<Trace> trace = next.sitting().map(Sitting::state).map(DebugState::trace);
        boolean known =
                trace.isPresent() && checked.filter(old -> old == trace.get()).isPresent();
        if (!known) {
            checked = trace;
            check = Optional.empty();
            trace.ifPresent(this::compare);
        }
        write();
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }

    private void compare(Trace trace) {
        OptionalInt loss = trace.program().loss();
        if (loss.isEmpty()) {
            return;
        }
        long numbers = Math.max(1, trace.program().points());
        int elements = (int) Math.max(2, Math.min(MOST, BUDGET / numbers));
        aside.cancel();
        aside.run(
                progress -> GradientCheck.of(trace, loss.getAsInt(), GradientCheck.TOLERANCE, elements, progress),
                reached -> {},
                done -> {
                    if (checked.filter(now -> now == trace).isPresent() && done.complete()) {
                        check = Optional.of(done);
                        write();
                    }
                },
                trouble -> {});
    }

    private void write() {
        DebugScene now = scene.orElseThrow();
        Settings settings = now.settings();
        Words words = Words.of("ui", settings.locale());
        Palette palette = Palette.of(settings.theme());
        float size = settings.projector() ? 16 : 13;
        Font plain = Look.words(size);
        Font bold = Look.numbers(size).deriveFont(Font.BOLD);
        Color text = palette.get(Hue.TEXT);
        removeAll();
        now.sitting().map(Sitting::state).ifPresent(state -> {
            Flow flow = new Flow(typesetter)
                    .words(words.say("facts.iteration"), plain, text)
                    .words(Long.toString(state.iteration()), bold, text);
            state.program().loss().ifPresent(loss -> {
                flow.gap(2).words(words.say("facts.loss"), plain, text);
                if (state.knows(loss)) {
                    String number =
                            now.sitting().orElseThrow().explainer().value(loss).plain();
                    flow.words(number, bold, text);
                } else {
                    flow.words(words.say("facts.later"), plain, palette.get(Hue.MUTED));
                }
            });
            check.ifPresent(done -> badge(flow, done, words, palette, size));
            add(flow);
        });
        revalidate();
        repaint();
    }

    private static void badge(Flow flow, GradientCheck done, Words words, Palette palette, float size) {
        if (done.tensors().isEmpty()) {
            return;
        }
        double error = done.tensors().stream()
                .mapToDouble(GradientCheck.TensorCheck::error)
                .max()
                .orElse(0);
        String sign = done.holds() ? "✓ " : "✗ ";
        flow.gap(2)
                .chip(
                        words.say("facts.check", sign + Format.typographic(Format.significant(error, 2))),
                        Look.words(size - 1.5f),
                        palette.get(done.holds() ? Hue.RIGHT : Hue.WRONG),
                        palette.get(done.holds() ? Hue.RIGHT_GROUND : Hue.WRONG_GROUND));
        flow.setToolTipText(words.say("facts.check.tip", done.tensors().size()));
    }
}

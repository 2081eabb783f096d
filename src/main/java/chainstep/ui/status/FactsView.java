package chainstep.ui.status;

import chainstep.debug.DebugState;
import chainstep.graph.Program;
import chainstep.graph.Role;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.swing.JPanel;

/** Iteration, loss, and whether the gradients agree with central differences; the comparison is made aside. */
public final class FactsView extends JPanel implements DebugView {
    /** How many numbers may be computed anew for a comparison, roughly. */
    private static final long BUDGET = 20_000;

    private static final int MOST = 50;

    /** Gradients times nodes; above it nothing is compared unasked. */
    private static final long LONG = 2_000_000;

    private final transient Tasks aside;
    private final transient Typesetter typesetter = new Typesetter();
    private transient Optional<DebugScene> scene = Optional.empty();
    private transient Optional<Trace> checked = Optional.empty();
    private transient Optional<GradientCheck> check = Optional.empty();
    private transient List<Flow> forms = List.of();

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

    /** Whether a comparison would keep a core busy for long: each gradient's numbers are compared by running the rest anew. */
    private static boolean isLong(Program program) {
        long gradients = program.nodes().stream()
                .filter(node -> node.role() instanceof Role.Term || node.role() instanceof Role.Total)
                .count();
        return gradients * program.size() > LONG;
    }

    private void compare(Trace trace) {
        OptionalInt loss = trace.program().loss();
        if (loss.isEmpty() || isLong(trace.program())) {
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
        forms = now.sitting()
                .map(Sitting::state)
                .map(state -> Stream.of(Form.values())
                        .map(form -> form(form, now, state))
                        .toList())
                .orElse(List.of());
        removeAll();
        forms.stream().limit(1).forEach(this::add);
        revalidate();
        repaint();
    }

    /** As much of the facts as there may be room for, the fullest first. */
    private enum Form {
        ALL,
        SHORT_CHECK,
        NO_ITERATION,
        LOSS
    }

    private Flow form(Form form, DebugScene now, DebugState state) {
        Settings settings = now.settings();
        Words words = Words.of("ui", settings.locale());
        Palette palette = Palette.of(settings.theme());
        float size = settings.projector() ? 16 : 13;
        Font plain = Look.words(size);
        Font bold = Look.numbers(size).deriveFont(Font.BOLD);
        Color text = palette.get(Hue.TEXT);
        Flow flow = new Flow(typesetter);
        if (form.compareTo(Form.NO_ITERATION) < 0) {
            flow.words(words.say("facts.iteration"), plain, text)
                    .words(Long.toString(state.iteration()), bold, text)
                    .gap(2);
        }
        state.program().loss().ifPresent(loss -> {
            flow.words(words.say("facts.loss"), plain, text);
            if (state.knows(loss)) {
                String number =
                        now.sitting().orElseThrow().explainer().value(loss).plain();
                flow.words(number, bold, text);
            } else {
                flow.words(words.say("facts.later"), plain, palette.get(Hue.MUTED));
            }
        });
        if (form != Form.LOSS) {
            check.ifPresent(done -> badge(flow, done, words, palette, size, form == Form.ALL));
        }
        return flow;
    }

    /** The fullest form that there is room for. */
    @Override
    public void doLayout() {
        forms.stream()
                .filter(form -> form.getPreferredSize().width <= getWidth())
                .findFirst()
                .or(() -> forms.stream().reduce((fuller, shorter) -> shorter))
                .filter(best -> getComponentCount() == 0 || getComponent(0) != best)
                .ifPresent(best -> {
                    removeAll();
                    add(best);
                });
        super.doLayout();
    }

    /** That of the fullest form, whichever is shown. */
    @Override
    public Dimension getPreferredSize() {
        return forms.isEmpty() ? super.getPreferredSize() : forms.get(0).getPreferredSize();
    }

    /** That of the shortest. */
    @Override
    public Dimension getMinimumSize() {
        return forms.isEmpty()
                ? super.getMinimumSize()
                : forms.get(forms.size() - 1).getPreferredSize();
    }

    private static void badge(Flow flow, GradientCheck done, Words words, Palette palette, float size, boolean named) {
        if (done.tensors().isEmpty()) {
            return;
        }
        double error = done.tensors().stream()
                .mapToDouble(GradientCheck.TensorCheck::error)
                .max()
                .orElse(0);
        String told = (done.holds() ? "✓ " : "✗ ") + Format.typographic(Format.significant(error, 2));
        flow.gap(2)
                .chip(
                        named ? words.say("facts.check", told) : told,
                        Look.words(size - 1.5f),
                        palette.get(done.holds() ? Hue.RIGHT : Hue.WRONG),
                        palette.get(done.holds() ? Hue.RIGHT_GROUND : Hue.WRONG_GROUND));
        flow.setToolTipText(words.say("facts.check.tip", done.tensors().size()));
    }
}

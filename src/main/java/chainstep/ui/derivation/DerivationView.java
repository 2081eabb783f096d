package chainstep.ui.derivation;

import chainstep.explain.CheckSaid;
import chainstep.explain.Derivation;
import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.lang.SourceError;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Pane;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Tasks;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;

/** Tells how the number or value that the page is about comes about; what takes its time is told when it is known. */
public final class DerivationView extends JPanel implements DebugView {
    private final Tasks aside;
    private final Consumer<String> clipboard;
    private final Consumer<Picked> picked;
    private final Typesetter typesetter = new Typesetter();
    private final JScrollPane scroll = new JScrollPane();
    private final Tools tools = new Tools();
    private final Pane pane = new Pane("derivation.title", scroll).with(tools);
    private Optional<Subject> subject = Optional.empty();
    private Optional<DebugScene> shown = Optional.empty();
    private Optional<Writer> writer = Optional.empty();
    private Optional<Inked> inked = Optional.empty();
    private Told told = Told.NOTHING;
    private Optional<Slipped> slipped = Optional.empty();
    private Consumer<Boolean> compared = beside -> {};
    private Style style = new Style(Settings.FIRST);

    /**
     * @param aside where cross-checks and paths are found, so that stepping never waits for them
     * @param clipboard takes what is copied
     * @param picked takes what is pointed at in a ledger
     */
    public DerivationView(Tasks aside, Consumer<String> clipboard, Consumer<Picked> picked) {
        super(new BorderLayout());
        this.aside = aside;
        this.clipboard = clipboard;
        this.picked = picked;
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(pane, BorderLayout.CENTER);
    }

    @Override
    public void show(DebugScene scene) {
        Optional<Subject> next = Subject.of(scene);
        boolean restyled =
                shown.filter(old -> old.settings().equals(scene.settings())).isEmpty();
        boolean same = !restyled
                && shown.filter(old ->
                                old.draft().troubles().equals(scene.draft().troubles()))
                        .isPresent()
                && (next.isPresent()
                        || shown.filter(old -> old.reading() == scene.reading()).isPresent())
                && subject.isPresent() == next.isPresent()
                && subject.flatMap(old -> next.filter(old::isLike)).isPresent() == next.isPresent()
                && shown.flatMap(DebugScene::sitting).isPresent()
                        == scene.sitting().isPresent();
        shown = Optional.of(scene);
        if (restyled) {
            restyle(scene);
        }
        if (!same) {
            boolean moved = subject.flatMap(old -> next.filter(old::isAt)).isEmpty();
            if (moved) {
                forget();
            }
            tell(scene, next);
        }
    }

    /** Is told whenever two derivations are laid beside each other, for which there must be room, and when no longer. */
    public void whenCompared(Consumer<Boolean> listener) {
        compared = listener;
    }

    /** Lays a mistake beside how it is, until something else is told of, or it is closed. */
    public void compare(Slipped mistake) {
        slipped = Optional.of(mistake);
        restyleTools();
        compared.accept(true);
        set();
        scroll.getVerticalScrollBar().setValue(0);
        scroll.requestFocusInWindow();
    }

    /** Whether a mistake is laid beside how it is. */
    public boolean isComparing() {
        return slipped.isPresent();
    }

    /** Tells of the step alone again. */
    public void close() {
        if (forget()) {
            set();
        }
    }

    /** Drops the mistake; says whether there was one. */
    private boolean forget() {
        boolean was = slipped.isPresent();
        if (was) {
            slipped = Optional.empty();
            restyleTools();
            compared.accept(false);
        }
        return was;
    }

    private void restyle(DebugScene scene) {
        style = new Style(scene.settings());
        pane.show(scene);
        scroll.getViewport().setBackground(style.colour(Hue.GROUND));
        restyleTools();
    }

    private void restyleTools() {
        tools.clear();
        if (slipped.isPresent()) {
            tools.add(style, "derivation.slip.close", this::close);
        }
        tools.add(style, "derivation.copy.latex", () -> copy(this::latex));
        tools.add(style, "derivation.copy.text", () -> copy(this::text));
    }

    private void tell(DebugScene scene, Optional<Subject> next) {
        aside.cancel();
        subject = next;
        told = Told.NOTHING;
        writer = next.map(about -> new Writer(about, inked(about.explainer()), style, typesetter));
        tools.setVisible(next.isPresent());
        if (writer.isPresent()) {
            set();
            check();
        } else {
            view(new Blank(style, typesetter).sheet(scene));
        }
        scroll.getVerticalScrollBar().setValue(0);
    }

    /** An explainer whose formulas are in colour; kept as long as its own, since it remembers what it found out. */
    private Explainer inked(Explainer plain) {
        if (inked.filter(kept -> kept.plain() == plain && kept.style().equals(style))
                .isEmpty()) {
            inked = Optional.of(new Inked(plain, style, plain.typeset(style.inks())));
        }
        return inked.get().inked();
    }

    private record Inked(Explainer plain, Style style, Explainer inked) {}

    /** Shows a sheet; the keyboard stays in its ledger where it was in the ledger before. */
    private void view(Sheet sheet) {
        boolean typing = ledger().filter(Ledger::takes).isPresent();
        scroll.setViewportView(sheet);
        if (typing) {
            ledger().ifPresent(Ledger::take);
        }
    }

    private Optional<Ledger> ledger() {
        return scroll.getViewport().getView() instanceof Sheet sheet ? sheet.ledger() : Optional.empty();
    }

    /** Sets what is known by now. */
    private void set() {
        int at = scroll.getVerticalScrollBar().getValue();
        if (slipped.isPresent()) {
            view(new Comparison(slipped.get(), style, typesetter).sheet());
        } else {
            writer.ifPresent(by -> view(by.sheet(told, troubles(), new Ledgers(this::switchLedger, picked))));
        }
        scroll.getVerticalScrollBar().setValue(at);
    }

    private List<SourceError> troubles() {
        return shown.map(scene -> scene.draft().troubles()).orElse(List.of());
    }

    private void check() {
        Subject about = subject.orElseThrow();
        if (about.isGradient()) {
            Explainer own = about.explainer().again();
            aside(
                    about,
                    () -> about.focus().isWhole()
                            ? own.check(about.focus().node()).map(own::said)
                            : own.check(about.focus().node(), about.focus().element())
                                    .map(own::said),
                    (Optional<CheckSaid> said) -> told = told.checked(said));
        }
    }

    /** From edges to whole paths, or back. */
    public void switchLedger() {
        told = told.asking(!told.asksPaths());
        Subject about = subject.orElseThrow();
        if (told.asksPaths() && told.paths().isEmpty()) {
            Explainer own = about.explainer().typeset(style.inks());
            int element = Math.max(0, about.focus().element());
            aside(
                    about,
                    () -> own.ways(about.focus().node(), element),
                    found -> told = found.map(told::with).orElse(told.asking(false)));
        }
        set();
    }

    /** Finds something out meanwhile; it is told unless the page is about something else by then. */
    private <T> void aside(Subject about, java.util.function.Supplier<Optional<T>> find, Consumer<Optional<T>> found) {
        aside.run(
                progress -> progress.cancelled() ? Optional.<T>empty() : find.get(),
                reached -> {},
                result -> {
                    if (subject.filter(now -> now == about).isPresent()) {
                        found.accept(result);
                        set();
                    }
                },
                trouble -> {});
    }

    private void copy(Function<Subject, String> what) {
        subject.ifPresent(about -> clipboard.accept(what.apply(about)));
    }

    /** Copies all that is told, as LaTeX or as text. */
    public void copyAll(boolean tex) {
        copy(tex ? this::latex : this::text);
    }

    /** Copies the rules alone. */
    public void copyRule(boolean tex) {
        copy(about -> formulas(about, Derivation::rule, tex));
    }

    /** Copies the formulas with their numbers. */
    public void copyNumbers(boolean tex) {
        copy(about -> formulas(about, Writer::numbers, tex));
    }

    private static String formulas(Subject about, Function<Derivation, Form> part, boolean tex) {
        return about.derivations(about.explainer()).stream()
                .map(part)
                .map(form -> tex ? form.latex() : form.plain())
                .collect(Collectors.joining("\n"));
    }

    /** Whether anything is told of, that can be copied. */
    public boolean isTelling() {
        return subject.isPresent();
    }

    /** Whether the ledger has another side: the edges of a number, or its whole paths. */
    public boolean hasPaths() {
        return writer.filter(Writer::offersPaths).isPresent();
    }

    /** Whether whole paths are asked for. */
    public boolean showsPaths() {
        return told.asksPaths();
    }

    private String latex(Subject about) {
        return joined(about, about.explainer()::latex, "");
    }

    private String text(Subject about) {
        return joined(about, about.explainer()::text, "\n");
    }

    private static String joined(Subject about, Function<Derivation, String> write, String between) {
        List<Derivation> steps = about.derivations(about.explainer());
        return steps.stream().map(write).collect(Collectors.joining(between));
    }
}

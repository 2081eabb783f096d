package chainstep.ui.homework;

import chainstep.explain.Form;
import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.Verdict;
import chainstep.homework.mistake.Diagnosis;
import chainstep.ui.derivation.Section;
import chainstep.ui.derivation.Sheet;
import chainstep.ui.derivation.Style;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.FormulaView;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What went wrong in the answer that is looked at: the mistakes that yield its number, the hints taken, what follows from it. */
public final class WrongView extends ScrolledSheet implements HomeworkView {
    private static final int MOST_FINDINGS = 3;

    private final Typesetter typesetter = new Typesetter();
    private Optional<HomeworkScene> shown = Optional.empty();

    public WrongView() {
        super("homework.wrong");
    }

    @Override
    public void show(HomeworkScene scene) {
        boolean same = shown.filter(old -> old.settings().equals(scene.settings())
                        && old.exercise().equals(scene.exercise())
                        && old.checked().equals(scene.checked())
                        && old.paper().equals(scene.paper())
                        && old.desk().equals(scene.desk())
                        && old.about().equals(scene.about())
                        && isChecking(old) == isChecking(scene))
                .isPresent();
        shown = Optional.of(scene);
        if (!same) {
            Style style = new Style(scene.settings());
            lay(new Telling(scene, style).sheet(), style, true);
        }
    }

    /** Whether what stands on the page is being marked, and nothing is known of it yet. */
    private static boolean isChecking(HomeworkScene scene) {
        boolean known = scene.checked()
                .filter(last -> last.paper().written().equals(scene.paper().written()))
                .isPresent();
        return scene.working() && !known && !scene.paper().isBlank();
    }

    /** One scene, told. */
    private final class Telling {
        private final HomeworkScene scene;
        private final Style style;
        private final Secrets secrets;
        private final Locale locale;
        private final Sheet sheet;

        Telling(HomeworkScene scene, Style style) {
            this.scene = scene;
            this.style = style;
            this.secrets = Secrets.of(scene);
            this.locale = scene.settings().locale();
            this.sheet = new Sheet(style.colour(Hue.GROUND), style.colour(Hue.LINE));
        }

        private Flow words(String text) {
            return new Flow(typesetter).words(text, style.words(), style.colour(Hue.TEXT));
        }

        private Flow small(String text) {
            return new Flow(typesetter).words(text, style.small(), style.colour(Hue.MUTED));
        }

        private Flow title(String text) {
            return new Flow(typesetter).words(text, style.title(), style.colour(Hue.TEXT));
        }

        private FormulaView formula(Form form) {
            return new FormulaView(
                    typesetter,
                    form,
                    style.formula(),
                    style.leastFormula(),
                    style.colour(Hue.TEXT),
                    style.colour(Hue.EDGE));
        }

        Sheet sheet() {
            OptionalInt about = scene.about();
            if (about.isEmpty()) {
                nothing();
                return sheet;
            }
            int question = about.getAsInt();
            Optional<Marked> marked = scene.marked(question)
                    .filter(one -> one.verdict() != Verdict.RIGHT && one.verdict() != Verdict.BLANK);
            Optional<Verdict> said = scene.desk().remark(question).verdict();
            said.ifPresent(verdict -> overridden(question, verdict));
            if (marked.isEmpty() && said.isEmpty()) {
                sheet.section(head(question, ""));
            }
            marked.ifPresent(one -> verdict(question, one));
            marked.ifPresent(one -> paths(question, one));
            hints(question);
            marked.ifPresent(one -> considered(question, one));
            carried(question);
            return sheet;
        }

        private void nothing() {
            if (scene.kind() != HomeworkScene.Kind.SHEET) {
                return;
            }
            boolean started = scene.checked().isPresent() && !scene.paper().isBlank();
            String done = started ? "homework.wrong.none" : "homework.wrong.start";
            String key = isChecking(scene) ? "homework.wrong.checking" : done;
            sheet.section(new Section(style)
                    .with(title(style.say(key + ".title")))
                    .space(6)
                    .with(new Flow(typesetter)
                            .words(style.say(key + ".what"), style.words(), style.colour(Hue.MUTED))));
        }

        /** Which answer is told of. */
        private Section head(int question, String remark) {
            String name = scene.exercise().orElseThrow().names().get(question);
            OptionalInt first = scene.firstSlip();
            String chip = remark.isEmpty()
                    ? name
                    : name + " · "
                            + style.say(
                                    first.isPresent() && first.getAsInt() == question && !remark.endsWith(".digits")
                                            ? "homework.wrong.first"
                                            : remark);
            return new Section(style)
                    .with(new Flow(typesetter)
                            .chip(
                                    chip,
                                    style.small().deriveFont(java.awt.Font.BOLD),
                                    style.colour(Hue.GRADIENT),
                                    style.colour(Hue.GRADIENT_GROUND)))
                    .space(8);
        }

        /** What the teacher says of it, before what was found. */
        private void overridden(int question, Verdict verdict) {
            String word = style.say("homework.verdict." + verdict.code());
            Section section = head(question, "homework.verdict." + verdict.code())
                    .with(title(style.say("homework.wrong.overridden", word)));
            String comment = scene.desk().remark(question).comment();
            sheet.section(comment.isEmpty() ? section : section.space(4).with(words(comment)));
        }

        private void verdict(int question, Marked marked) {
            boolean stands =
                    scene.verdict(question).filter(marked.verdict()::equals).isPresent();
            String remark = (stands ? "homework.verdict." : "homework.wrong.found.")
                    + (stands && marked.isBlunt() ? "digits" : marked.verdict().code());
            Guess guess = Guess.of(marked);
            if (marked.verdict() != Verdict.SLIP || marked.findings().isEmpty()) {
                sheet.section(head(question, remark)
                        .with(title(style.say("homework.wrong." + untold(marked, guess))))
                        .space(4)
                        .with(words(secrets.mask(marked.because().in(locale)))));
                return;
            }
            Section section = head(question, remark);
            if (guess == Guess.BLUNT) {
                section.with(title(style.say("homework.wrong.blunt")))
                        .space(4)
                        .with(words(style.say("homework.wrong.blunt.what")))
                        .space(8);
            }
            findings(marked.findings(), section);
        }

        /** What is said of an answer of which no mistake is told. */
        private static String untold(Marked marked, Guess guess) {
            if (marked.isBlunt()) {
                return "digits";
            }
            return guess == Guess.BLUNT ? "blunt" : marked.verdict().code();
        }

        /** The simplest of the findings, each once. */
        private void findings(List<Finding> findings, Section head) {
            Section section = head;
            Set<String> told = new HashSet<>();
            int more = 0;
            for (Finding finding : findings) {
                Finding.Slip simplest = finding.slips().get(0);
                boolean isNew = told.add(
                        simplest.name().in(locale) + simplest.explanation().in(locale));
                if (isNew && told.size() <= MOST_FINDINGS) {
                    finding(finding, section);
                    section = new Section(style);
                } else if (isNew) {
                    more++;
                }
            }
            if (more > 0) {
                sheet.section(section.with(small(style.say("homework.wrong.more", more))));
            }
        }

        private void finding(Finding finding, Section section) {
            Finding.Slip slip = finding.slips().get(0);
            boolean sure = finding.strength() == Finding.Strength.MATCH;
            section.with(title(secrets.mask(
                    sure
                            ? slip.name().in(locale)
                            : style.say("homework.wrong.consistent", slip.name().in(locale)))));
            section.space(4).with(words(secrets.mask(slip.explanation().in(locale))));
            if (finding.gainsaid()) {
                section.space(4).with(small(style.say("homework.wrong.gainsaid")));
            }
            List<Finding.Slip> others =
                    finding.slips().subList(1, finding.slips().size());
            for (Finding.Slip other : others) {
                section.space(4)
                        .with(small(style.say(
                                "homework.wrong.or", secrets.mask(other.name().in(locale)))));
            }
            sheet.section(section);
            String latex = style.marked(secrets.mask(slip.formula().in(locale)));
            if (!latex.isBlank() && Typesetter.sets(latex)) {
                sheet.section(new Section(style)
                        .with(formula(new Form(secrets.mask(slip.name().in(locale)), latex))));
            }
        }

        /** The ways on which the gradient comes, where some were forgotten. */
        private void paths(int question, Marked marked) {
            Ways.of(scene, question, marked, secrets)
                    .ifPresent(ways -> sheet.section(
                            Section.of(style, typesetter, style.say("homework.paths", ways.end(), ways.start()))
                                    .with(new PathsView(ways, style))));
        }

        private void considered(int question, Marked marked) {
            List<Diagnosis.Considered> all =
                    scene.checked().orElseThrow().considered().getOrDefault(question, List.of());
            if (all.isEmpty() || marked.isBlunt() || Guess.of(marked) == Guess.BLUNT) {
                return;
            }
            Section section = Section.of(style, typesetter, style.say("homework.considered"));
            section.with(new ConsideredView(all, marked, scene.settings(), isKnown(question)));
            sheet.section(section);
        }

        private boolean isKnown(int question) {
            return scene.isRight(question) || scene.paper().line(question).revealed();
        }

        private void hints(int question) {
            int taken = scene.paper().line(question).hints();
            if (taken == 0) {
                return;
            }
            Section section = Section.of(style, typesetter, style.say("homework.hints", taken, Hints.STAGES));
            Hints hints = new Hints(scene.exercise().orElseThrow(), locale);
            for (Hints.Hint hint : hints.upTo(taken, question, secrets)) {
                section.with(words(secrets.mask(hint.words()))).space(4);
                if (!hint.formula().isEmpty()) {
                    section.with(formula(hint.formula())).space(6);
                }
            }
            sheet.section(section);
        }

        /** The answers that follow from this one. */
        private void carried(int question) {
            Exercise exercise = scene.exercise().orElseThrow();
            Section section = Section.of(style, typesetter, style.say("homework.carried"));
            Set<Integer> from = new HashSet<>(Set.of(question));
            int told = 0;
            for (int k : exercise.order()) {
                Optional<Marked> one = scene.marked(k)
                        .filter(marked -> marked.verdict() == Verdict.CARRIED
                                && marked.follows().stream().anyMatch(from::contains));
                if (one.isPresent()) {
                    from.add(k);
                    section.space(told++ == 0 ? 0 : 4).with(words(carried(exercise, k, one.get())));
                }
            }
            if (told > 0) {
                sheet.section(section);
            }
        }

        private String carried(Exercise exercise, int question, Marked marked) {
            int from = marked.follows().get(0);
            String key = marked.trivial()
                    ? "homework.carried.trivial"
                    : marked.marks().signum() > 0 ? "homework.carried.marks" : "homework.carried.none";
            return style.say(
                    key,
                    exercise.names().get(question),
                    marked.answer().written().strip(),
                    exercise.names().get(from),
                    MarksText.of(marked.marks()) + " / " + marked.question().marks());
        }
    }
}

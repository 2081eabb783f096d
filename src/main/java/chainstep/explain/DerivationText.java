package chainstep.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a {@link Derivation} as a page of plain text: title, question, rule and because, numbers, check, remarks. */
final class DerivationText {
    private static final int WIDTH = 84;
    private static final int BESIDE = 42;

    private final Page page;
    private final Prose prose;
    private final int margin;

    DerivationText(Page page) {
        this.page = page;
        this.prose = page.prose();
        this.margin = List.of("part.rule", "part.numbers", "part.value", "part.check", "part.note").stream()
                .mapToInt(key -> Width.of(prose.text(key)))
                .max()
                .orElse(0);
    }

    String text(Derivation step) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(step));
        add(lines, "", step.question().plain());
        if (step.depth() == Detail.ELEMENT && !step.ledger().isEmpty()) {
            return step.ledger().plain() + notes(step);
        }
        if (!isSaid(step)) {
            add(lines, prose.text("part.rule"), wrapped(step, rule(step)));
        }
        String value = page.set(step.value()).plain();
        if (!step.numbers().isEmpty()) {
            add(lines, prose.text("part.numbers"), wrapped(step, step.numbers().plain()));
        } else if (!step.rule().plain().endsWith(" = " + value)) {
            add(lines, prose.text("part.value"), value);
        }
        check(step).ifPresent(form -> add(lines, prose.text("part.check"), form.plain()));
        return String.join("\n", lines) + notes(step);
    }

    /** Whether the rule stands in the title already. */
    private boolean isSaid(Derivation step) {
        String rule = step.rule().plain();
        return rule.equals(step.title().plain())
                || rule.equals(page.left(step.node()).plain());
    }

    private String heading(Derivation step) {
        if (step.line() == 0) {
            return step.title().plain();
        }
        String line = prose.text("part.line", step.line());
        return Width.pad(step.title().plain(), WIDTH - Width.of(line) - 2) + "  " + line;
    }

    /** One number's formula may be long; matrices are not broken. */
    private static String wrapped(Derivation step, String text) {
        return step.depth() == Detail.ELEMENT ? Wrapped.of(text) : text;
    }

    private static String rule(Derivation step) {
        if (step.because().isEmpty()) {
            return step.rule().plain();
        }
        boolean fits = Width.of(step.rule().plain()) <= BESIDE;
        return fits
                ? Width.pad(step.rule().plain(), BESIDE) + "  " + step.because().plain()
                : step.rule().plain() + "\n" + step.because().plain();
    }

    private void add(List<String> lines, String label, String text) {
        if (text.isEmpty()) {
            return;
        }
        String indent = label.isEmpty() ? "  " : "  " + Width.pad(label, margin) + "  ";
        String next = label.isEmpty() ? "  " : " ".repeat(margin + 4);
        List<String> parts = text.lines().toList();
        for (int i = 0; i < parts.size(); i++) {
            lines.add(((i == 0 ? indent : next) + parts.get(i)).stripTrailing());
        }
    }

    private String notes(Derivation step) {
        List<String> lines = new ArrayList<>();
        step.notes().forEach(note -> add(lines, prose.text("part.note"), wrapped(step, note.plain())));
        return lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
    }

    private Optional<Form> check(Derivation step) {
        return step.depth() == Detail.TERM ? CrossCheck.of(page, step.node()).map(this::say) : Optional.empty();
    }

    Form say(CrossCheck check) {
        return new CheckText(page).say(check);
    }
}

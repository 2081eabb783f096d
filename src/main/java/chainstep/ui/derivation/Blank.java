package chainstep.ui.derivation;

import chainstep.lang.SourceError;
import chainstep.ui.DebugScene;
import chainstep.ui.formula.Flow;
import chainstep.ui.formula.Typesetter;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Quotes;
import java.awt.Color;
import java.util.List;

/** Sets what stands here while nothing is computed: what is missing, or what is wrong, and what to do. */
public record Blank(Style style, Typesetter typesetter) {
    Sheet sheet(DebugScene scene) {
        Sheet sheet = new Sheet(style.colour(Hue.GROUND), style.colour(Hue.LINE));
        List<SourceError> troubles = scene.draft().troubles();
        if (!troubles.isEmpty()) {
            sheet.section(trouble(troubles.get(0)));
        } else if (scene.sitting().isPresent()) {
            sheet.section(said("derivation.start"));
        } else if (!scene.reading()) {
            sheet.section(said("derivation.empty"));
        }
        return sheet;
    }

    private Section said(String key) {
        return new Section(style)
                .space(style.gap())
                .with(new Flow(typesetter).words(style.say(key + ".title"), style.title(), style.colour(Hue.TEXT)))
                .space(style.gap() / 2)
                .with(new Flow(typesetter).words(style.say(key + ".what"), style.words(), style.colour(Hue.MUTED)));
    }

    /** What is wrong, where, and what to do. */
    public Section trouble(SourceError trouble) {
        Color text = style.colour(Hue.TEXT);
        Section section = new Section(style)
                .with(new Flow(typesetter)
                        .chip(
                                style.say("derivation.trouble.line", trouble.line()),
                                style.small(),
                                style.colour(Hue.WRONG),
                                style.colour(Hue.WRONG_GROUND)))
                .space(6)
                .with(new Flow(typesetter)
                        .words(
                                Quotes.typographic(
                                        trouble.message(style.settings().locale())),
                                style.title(),
                                text))
                .space(style.gap())
                .with(new SourceLine(style, typesetter, trouble))
                .space(style.gap());
        trouble.hint(style.settings().locale())
                .ifPresent(hint -> section.with(new Flow(typesetter)
                        .words(
                                style.say("derivation.trouble.hint"),
                                style.words().deriveFont(java.awt.Font.BOLD),
                                text)
                        .words(Quotes.typographic(hint), style.words(), text)));
        return section.space(style.gap())
                .with(new Flow(typesetter)
                        .words(style.say("derivation.trouble.what"), style.words(), style.colour(Hue.MUTED)));
    }
}

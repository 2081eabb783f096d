package chainstep.cli.prompt;

import chainstep.words.Phrase;

/** A command that cannot be carried out: one sentence for the user, after which the prompt goes on. */
final class PromptError extends RuntimeException {
    private final transient Phrase phrase;

    PromptError(String key, Object... arguments) {
        super(key);
        this.phrase = Phrase.of("prompt", key, arguments);
    }

    Phrase phrase() {
        return phrase;
    }
}

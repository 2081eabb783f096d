package chainstep.ui.source;

import chainstep.ui.Draft;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * Keeps the editor and the draft the same text: what is typed is told, what changed elsewhere is put in as the least edit, so
 * that it can be undone. Mutable.
 */
final class Editing {
    private final SourceText editor;
    private Draft last = Draft.EMPTY;
    private FileText form = FileText.PLAIN;
    private boolean taking;
    private boolean isTyped;
    private boolean isOwn;
    /** The last change put in from elsewhere, while nothing was typed since. */
    private Optional<TextChange> put = Optional.empty();
    /** Asks for another sample; whoever asked here wants no change of it written down again. */
    private final Consumer<OptionalInt> sampled;

    private Optional<OptionalInt> returned = Optional.empty();

    /**
     * @param typed told of every change made in the editor
     * @param sampled asked for another sample, when the choice of one is taken back
     */
    Editing(SourceText editor, Runnable typed, Consumer<OptionalInt> sampled) {
        this.editor = editor;
        this.sampled = sampled;
        editor.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                changed();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                changed();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                // styles only
            }

            private void changed() {
                if (!taking) {
                    put = Optional.empty();
                    isTyped = true;
                    isOwn = true;
                    typed.run();
                }
            }
        });
    }

    /** The text as the file would have it, if anything was typed since it was last asked for. */
    Optional<String> typed() {
        boolean news = isTyped;
        isTyped = false;
        return news ? Optional.of(text()) : Optional.empty();
    }

    /** Whether the text is as it was typed here, or taken back here. */
    boolean isOwn() {
        return isOwn;
    }

    /** Ends a change put in from elsewhere: the next one is taken back by itself. */
    void seal() {
        put = Optional.empty();
    }

    private String text() {
        return form.kept(editor.getText());
    }

    /** Takes over a draft; what was typed since is kept where the draft's text is no news. */
    void take(Draft draft) {
        boolean opened = !draft.file().equals(last.file()) && !draft.isChanged()
                || !draft.saved().equals(last.saved());
        boolean news = !draft.text().equals(last.text());
        if (!opened && !draft.sample().equals(last.sample())) {
            sample(last.sample(), draft.sample());
        }
        last = draft;
        if (!news && !opened || draft.text().equals(text())) {
            return;
        }
        form = FileText.of(draft.text());
        isOwn = false;
        taking = true;
        try {
            if (opened && !draft.isChanged() || editor.getText().isEmpty() && !editor.canUndo()) {
                open(form.shown(draft.text()));
            } else {
                change(form.shown(draft.text()));
            }
        } finally {
            taking = false;
        }
    }

    private void sample(OptionalInt before, OptionalInt after) {
        boolean isReturn = returned.filter(after::equals).isPresent();
        returned = Optional.empty();
        if (!isReturn) {
            put = Optional.empty();
            editor.note(new SampleChange(before, after, this::retake));
        }
    }

    /** The choice of a sample is taken back, or made again. */
    private void retake(OptionalInt sample) {
        returned = Optional.of(sample);
        sampled.accept(sample);
    }

    private void open(String text) {
        put = Optional.empty();
        isTyped = false;
        editor.setText(text);
        editor.setCaretPosition(0);
        editor.discardAllEdits();
    }

    private void change(String text) {
        String now = editor.getText();
        TextChange next = TextChange.between(now, text);
        if (put.filter(last -> editor.canUndo() && next.isBeside(last.done(), now))
                .isPresent()) {
            editor.undoLastAction();
        }
        String base = editor.getText();
        TextChange change = TextChange.between(base, text);
        editor.beginAtomicEdit();
        editor.replaceRange(change.put(), change.from(), change.to());
        editor.endAtomicEdit();
        put = Optional.of(change);
    }
}

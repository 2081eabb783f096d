package chainstep.ui.source;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.swing.undo.AbstractUndoableEdit;

/** Another sample of the batches was picked: among the changes of the text, so that it is taken back in its turn. */
final class SampleChange extends AbstractUndoableEdit {
    private static final long serialVersionUID = 1L;

    private final transient OptionalInt before;
    private final transient OptionalInt after;
    private final transient Consumer<OptionalInt> picked;

    SampleChange(OptionalInt before, OptionalInt after, Consumer<OptionalInt> picked) {
        this.before = before;
        this.after = after;
        this.picked = picked;
    }

    @Override
    public void undo() {
        super.undo();
        picked.accept(before);
    }

    @Override
    public void redo() {
        super.redo();
        picked.accept(after);
    }
}

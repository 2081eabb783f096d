package chainstep.ui;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Does something whenever the letters of a text change. */
public record Typed(Runnable deed) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent change) {
        deed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent change) {
        deed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent change) {
        // styles only
    }
}

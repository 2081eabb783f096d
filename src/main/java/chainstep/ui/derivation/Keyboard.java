package chainstep.ui.derivation;

import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Gives a part that has the focus its keys. */
final class Keyboard {
    private Keyboard() {}

    static void on(JComponent part, String key, Runnable act) {
        part.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        part.getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                act.run();
            }
        });
    }

    /** What happens whenever the focus comes or goes. */
    static void onFocus(JComponent part, Runnable changed) {
        part.addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                changed.run();
            }

            @Override
            public void focusLost(FocusEvent event) {
                changed.run();
            }
        });
    }
}

package chainstep.ui.table;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Keys of a table: those the window needs are let through, others do something here. */
final class Keys {
    private Keys() {}

    /** Lets the keys through that Swing would take for itself, so that they step. */
    static void free(JComponent component) {
        InputMap keys = component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        for (String key : new String[] {"F8", "F6", "F7", "F9", "shift F8", "shift F9", "alt LEFT"}) {
            keys.put(KeyStroke.getKeyStroke(key), "none");
        }
    }

    /** Does something whenever an action of a component's own has been done. */
    static void after(JComponent component, String action, Runnable then) {
        Action own = component.getActionMap().get(action);
        component.getActionMap().put(action, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                own.actionPerformed(event);
                then.run();
            }
        });
    }

    static void on(JComponent component, String key, Runnable action) {
        component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }
}

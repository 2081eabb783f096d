package chainstep.ui.homework;

import chainstep.ui.derivation.Sheet;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;

/** A sheet that is as wide as its place, and scrolled where it is higher. */
class ScrolledSheet extends JPanel {
    private final JScrollPane scroll = new JScrollPane();

    ScrolledSheet(String name) {
        super(new BorderLayout());
        setName(name);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(scroll);
    }

    /** Lays another sheet here, from its beginning or where the one before was looked at. */
    final void lay(Sheet sheet, Style style, boolean fromBeginning) {
        int at = fromBeginning ? 0 : scroll.getVerticalScrollBar().getValue();
        scroll.getViewport().setBackground(style.colour(Hue.GROUND));
        scroll.setViewportView(sheet);
        scroll.getVerticalScrollBar().setValue(at);
    }
}

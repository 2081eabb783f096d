package chainstep.ui.source;

import java.awt.Point;
import java.awt.Rectangle;
import javax.swing.JViewport;

/** Which lines of a text are in sight, counted from 1. */
record LineSight(SourceText text, JViewport view) {
    boolean holds(int line) {
        Rectangle sight = view.getViewRect();
        Rectangle area = text.area(line);
        return line > 0 && area.y >= sight.y && area.y + area.height <= sight.y + sight.height;
    }

    /** Scrolls a line to the middle, if there is one and it is not in sight. */
    void reveal(int line) {
        Rectangle sight = view.getViewRect();
        if (line > 0 && sight.height > 0 && !holds(line)) {
            int most = Math.max(0, text.getPreferredSize().height - sight.height);
            int wish = text.area(line).y - sight.height / 2;
            view.setViewPosition(new Point(0, Math.max(0, Math.min(most, wish))));
        }
    }
}

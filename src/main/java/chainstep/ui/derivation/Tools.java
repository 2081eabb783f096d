package chainstep.ui.derivation;

import chainstep.ui.Fitting;
import chainstep.ui.look.Hue;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JPanel;

/** Links in a row; where there is little room they say it in a word. */
final class Tools extends JPanel implements Fitting {
    private static final int GAP = 6;
    private static final String SHORT = ".short";

    private final BoxLayout row = new BoxLayout(this, BoxLayout.LINE_AXIS);
    private final Map<Link, Told> told = new LinkedHashMap<>();

    /** What a link says, in full and in a word. */
    private record Told(String full, String brief) {}

    Tools() {
        setOpaque(false);
        setLayout(row);
    }

    void clear() {
        removeAll();
        told.clear();
    }

    /** @param key of what it says in full; with {@code .short}, in a word */
    void add(Style style, String key, Runnable pressed) {
        String full = style.say(key);
        Link link = new Link(full, style.small(), style.colour(Hue.MUTED), pressed);
        link.setToolTipText(full);
        link.getAccessibleContext().setAccessibleName(full);
        if (!told.isEmpty()) {
            add(Box.createHorizontalStrut(GAP));
        }
        add(link);
        told.put(link, new Told(full, style.say(key + SHORT)));
    }

    @Override
    public void fit(int room) {
        told.forEach((link, words) -> link.setText(words.full()));
        row.invalidateLayout(this);
        if (getPreferredSize().width > room) {
            told.forEach((link, words) -> link.setText(words.brief()));
            row.invalidateLayout(this);
        }
    }
}

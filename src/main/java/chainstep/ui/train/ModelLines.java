package chainstep.ui.train;

import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Look;
import java.util.List;
import java.util.regex.Pattern;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The lines of the forward pass, as the source has them. */
final class ModelLines extends JPanel {
    private static final Pattern COMPUTED =
            Pattern.compile("\\s*[^#=(]+=(?!=)(?!\\s*(?:input|target|param|const|data|csv|idx)\\s*\\().*");
    private static final int MOST = 12;

    ModelLines() {
        super(new MigLayout("insets 2 0 2 0, gap 0 1, wrap 1"));
        setOpaque(false);
    }

    void show(String text, Style style) {
        removeAll();
        List<String> lines = text.lines()
                .filter(line -> COMPUTED.matcher(line).matches())
                .map(String::strip)
                .toList();
        lines.stream().limit(MOST).forEach(line -> line(line, style));
        if (lines.size() > MOST) {
            line("⋯ +" + (lines.size() - MOST), style);
        }
        revalidate();
    }

    private void line(String line, Style style) {
        JLabel label = new JLabel(line);
        label.setFont(Letters.fit(line, Look.numbers(12)));
        label.setForeground(style.colour(Hue.TEXT));
        label.setToolTipText(line);
        add(label, "wmax 100%");
    }
}

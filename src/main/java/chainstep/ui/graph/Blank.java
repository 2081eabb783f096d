package chainstep.ui.graph;

import chainstep.lang.SourceError;
import chainstep.ui.DebugScene;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import chainstep.ui.look.Quotes;
import chainstep.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What stands where there is nothing to draw: what is missing, and what mends it. */
final class Blank extends JPanel {
    private static final int BETWEEN = 10;
    private static final int ABOVE_BUTTONS = 24;
    private static final int BUTTON = 36;

    private final JLabel title = new JLabel();
    private final JLabel words = new JLabel();
    private final JButton mend = new JButton();
    private final List<JButton> begin = new ArrayList<>();
    private List<JButton> deeds = List.of();
    private transient Optional<SourceError> trouble = Optional.empty();

    /** @param goTo brings the focus to a line of the source */
    Blank(IntConsumer goTo) {
        super(null);
        setOpaque(false);
        title.setFont(Look.words(18).deriveFont(Font.BOLD));
        mend.setName("graph.mend");
        mend.setFont(Look.words(13));
        mend.addActionListener(event -> trouble.ifPresent(one -> goTo.accept(one.line())));
        add(title);
        add(words);
    }

    /** The ways to begin a network. */
    void offer(List<Action> actions) {
        begin.clear();
        for (Action action : actions) {
            JButton button = new JButton(action);
            button.setName("graph.begin." + action.getValue(Action.ACTION_COMMAND_KEY));
            button.setFont(Look.words(13));
            begin.add(button);
        }
    }

    /** Where no text could be run yet. */
    void show(DebugScene scene) {
        Words said = Words.of("ui", scene.settings().locale());
        Palette palette = Palette.of(scene.settings().theme());
        trouble = scene.draft().troubles().stream().findFirst();
        boolean waits = scene.reading() && trouble.isEmpty();
        title.setText(waits ? "" : said.say(trouble.isPresent() ? "graph.broken" : "graph.empty"));
        title.setForeground(palette.get(Hue.TEXT));
        words.setText(trouble.map(
                        one -> Quotes.typographic(one.message(scene.settings().locale())))
                .orElseGet(() -> said.say(waits ? "graph.reading" : "graph.empty.words")));
        words.setForeground(palette.get(trouble.isPresent() ? Hue.WRONG : Hue.MUTED));
        trouble.ifPresent(one -> mend.setText(said.say("graph.broken.line", one.line())));
        deeds.forEach(this::remove);
        deeds = trouble.isPresent() ? List.of(mend) : waits ? List.of() : List.copyOf(begin);
        deeds.forEach(this::add);
        doLayout();
        repaint();
    }

    /** All in the middle, the buttons beside each other. */
    @Override
    public void doLayout() {
        int width = deeds.stream()
                .mapToInt(button -> button.getPreferredSize().width + BETWEEN)
                .sum();
        Dimension head = title.getPreferredSize();
        Dimension body = words.getPreferredSize();
        int y = (getHeight() - head.height - body.height - BETWEEN - ABOVE_BUTTONS - BUTTON) / 2;
        y = centre(title, head, y) + BETWEEN;
        y = centre(words, body, y) + ABOVE_BUTTONS;
        int x = (getWidth() - width + BETWEEN) / 2;
        for (JButton button : deeds) {
            button.setBounds(x, y, button.getPreferredSize().width, BUTTON);
            x += button.getWidth() + BETWEEN;
        }
    }

    private int centre(Component part, Dimension size, int y) {
        int wide = Math.min(size.width, getWidth() - 2 * BETWEEN);
        part.setBounds((getWidth() - wide) / 2, y, wide, size.height);
        return y + size.height;
    }
}

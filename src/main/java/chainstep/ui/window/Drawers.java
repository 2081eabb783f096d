package chainstep.ui.window;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Palette;
import chainstep.words.Words;
import java.awt.FlowLayout;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/** The handles of what is put away in a lecture hall: each opens its part of the page, and closes it. */
final class Drawers extends JPanel implements DebugView {
    private final transient DebugPage page;
    private final transient Map<Part, JToggleButton> handles = new EnumMap<>(Part.class);

    Drawers(DebugPage page) {
        super(new FlowLayout(FlowLayout.LEADING, 8, 4));
        this.page = page;
        for (Part part : Part.values()) {
            if (!Part.IN_LECTURES.contains(part)) {
                JToggleButton handle = new JToggleButton();
                handle.setName("drawer." + part.key());
                handle.putClientProperty("JButton.buttonType", "toolBarButton");
                handle.addActionListener(pressed -> page.toggle(part));
                handles.put(part, handle);
                add(handle);
            }
        }
    }

    /** Shows which are open. */
    void refresh() {
        handles.forEach((part, handle) -> handle.setSelected(page.isOpen(part)));
    }

    @Override
    public void show(DebugScene scene) {
        Palette palette = Palette.of(scene.settings().theme());
        Words words = Words.of("ui", scene.settings().locale());
        setBackground(palette.get(Hue.FRAME));
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, palette.get(Hue.LINE)));
        handles.forEach((part, handle) -> {
            handle.setText(words.say("window.part." + part.key()));
            handle.setForeground(palette.get(Hue.TEXT));
        });
        refresh();
    }
}

package chainstep.ui.derivation;

import chainstep.ui.formula.Wrapping;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/** Parts below each other, each as wide as there is room and as high as it then must be; hairlines between sections. */
public final class Sheet extends JPanel implements Scrollable {
    private final List<Component> ruled = new ArrayList<>();
    private final Color line;

    public Sheet(Color ground, Color line) {
        super(null);
        this.line = line;
        setLayout(new Stack());
        setBackground(ground);
    }

    /** Adds a section, with a hairline below it. */
    public void section(JComponent part) {
        add(part);
        ruled.add(part);
    }

    /** The first ledger on it. */
    Optional<Ledger> ledger() {
        return ruled.stream()
                .filter(Container.class::isInstance)
                .flatMap(part -> Stream.of(((Container) part).getComponents()))
                .filter(Ledger.class::isInstance)
                .map(Ledger.class::cast)
                .findFirst();
    }

    /** The height that a part needs when it is so wide. */
    public static int height(Component part, int width) {
        if (part instanceof Wrapping wrapping) {
            return wrapping.heightFor(width);
        }
        part.setSize(width, part.getHeight());
        return part.getPreferredSize().height;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        graphics.setColor(line);
        for (Component part : ruled) {
            int y = part.getY() + part.getHeight();
            graphics.fillRect(0, y, getWidth(), 1);
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(400, 600);
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return 24;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL ? visible.height - 24 : visible.width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }

    /** Lays parts below each other. */
    public static final class Stack implements LayoutManager {
        @Override
        public void layoutContainer(Container parent) {
            Insets insets = parent.getInsets();
            int width = parent.getWidth() - insets.left - insets.right;
            int y = insets.top;
            for (Component part : parent.getComponents()) {
                int height = height(part, width);
                part.setBounds(insets.left, y, width, height);
                y += height;
            }
        }

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            Insets insets = parent.getInsets();
            int width = Math.max(0, parent.getWidth() - insets.left - insets.right);
            int height = insets.top + insets.bottom;
            int widest = 0;
            for (Component part : parent.getComponents()) {
                height += height(part, width > 0 ? width : part.getPreferredSize().width);
                widest = Math.max(widest, part.getPreferredSize().width);
            }
            return new Dimension(widest + insets.left + insets.right, height);
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return new Dimension(40, 40);
        }

        @Override
        public void addLayoutComponent(String name, Component part) {
            // parts stand in the order they came
        }

        @Override
        public void removeLayoutComponent(Component part) {
            // as above
        }
    }
}

package chainstep.ui.homework;

import chainstep.homework.Verdict;
import chainstep.ui.derivation.Style;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.look.Painted;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Optional;
import javax.accessibility.AccessibleRole;

/** What is thought of an answer: a sign and a word on a ground of its own, the sign alone where there is little room. */
final class Pill extends Painted {
    private static final int ASIDE = 8;

    private String sign = "";
    private String word = "";
    private Color colour = Color.BLACK;
    private Color ground = Color.WHITE;
    private Font font = new Font(Font.SANS_SERIF, Font.BOLD, 11);

    Pill() {
        super(AccessibleRole.LABEL);
    }

    /** The amber of what is carried, dark enough to be read. */
    static Color amber(Palette palette) {
        return Palette.between(palette.get(Hue.NOW), palette.get(Hue.TEXT), 0.5);
    }

    void show(Style style, Optional<Verdict> verdict, boolean revealed) {
        String code = revealed
                ? "revealed"
                : verdict.filter(one -> one != Verdict.BLANK).map(Verdict::code).orElse("");
        show(style, code);
    }

    /** An answer that is right as far as its digits go. */
    void showBlunt(Style style) {
        show(style, "digits");
    }

    private void show(Style style, String code) {
        Palette palette = Palette.of(style.settings().theme());
        sign = switch (code) {
            case "right" -> "✓";
            case "slip" -> "✗";
            case "carried" -> "→";
            case "digits" -> "≈";
            case "unreadable" -> "?";
            case "revealed" -> "◇";
            default -> "";
        };
        word = code.isEmpty() ? "" : style.say("homework.verdict." + code);
        ground = palette.get(
                switch (code) {
                    case "right" -> Hue.RIGHT_GROUND;
                    case "slip", "unreadable" -> Hue.WRONG_GROUND;
                    case "carried", "digits" -> Hue.NOW_GROUND;
                    default -> Hue.FRAME;
                });
        colour = switch (code) {
            case "right" -> palette.get(Hue.RIGHT);
            case "slip", "unreadable" -> palette.get(Hue.WRONG);
            case "carried", "digits" -> amber(palette);
            default -> palette.get(Hue.MUTED);
        };
        font = Letters.fit(word, style.small().deriveFont(Font.BOLD));
        getAccessibleContext().setAccessibleName(word);
        repaint();
    }

    private boolean whole(int width) {
        return width >= getPreferredSize().width;
    }

    /** As wide as the widest verdict in a language. */
    static int widest(Style style) {
        Pill pill = new Pill();
        int widest = 0;
        for (String code : new String[] {"right", "slip", "carried", "digits", "unreadable", "revealed"}) {
            pill.word = style.say("homework.verdict." + code);
            pill.sign = "✓";
            pill.font = Letters.fit(pill.word, style.small().deriveFont(Font.BOLD));
            widest = Math.max(widest, pill.getPreferredSize().width);
        }
        return widest;
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(font);
        int sign1 = getFontMetrics(signFont()).stringWidth("✓");
        return new Dimension(2 * ASIDE + sign1 + 4 + metrics.stringWidth(word), metrics.getHeight() + 4);
    }

    private Font signFont() {
        return Letters.fit("✓✗→≈◇", font);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (word.isEmpty()) {
            return;
        }
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Dimension size = getPreferredSize();
        boolean whole = whole(getWidth());
        int signWide = getFontMetrics(signFont()).stringWidth(sign);
        int width = whole ? size.width : signWide + 2 * ASIDE;
        int top = (getHeight() - size.height) / 2;
        pen.setColor(ground);
        pen.fillRoundRect(0, top, width, size.height, size.height, size.height);
        pen.setColor(colour);
        pen.setFont(signFont());
        int base = top + 2 + pen.getFontMetrics(font).getAscent();
        pen.drawString(sign, ASIDE, base);
        if (whole) {
            pen.setFont(font);
            pen.drawString(word, width - ASIDE - pen.getFontMetrics().stringWidth(word), base);
        }
        pen.dispose();
    }
}

package chainstep.ui.formula;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A formula set by JLaTeXMath; drawn from outlines, so crisp at any scale. */
record TexDrawn(TeXIcon icon, Color colour) implements Drawn {
    /** JLaTeXMath spaces the letters of a name in the first as if they were factors; the second sets them as a word. */
    private static final String MATHEMATICS = "\\mathit{";

    private static final String WORD = "\\textit{";

    /**
     * On any thread, one after the other: JLaTeXMath keeps what it has read of fonts and commands for all.
     *
     * @throws org.scilab.forge.jlatexmath.ParseException where LaTeX cannot be set
     */
    static synchronized TexDrawn of(String latex, float size, Color colour) {
        Chinese.prepare(latex);
        TeXFormula formula = new TeXFormula(latex.replace(MATHEMATICS, WORD));
        TeXIcon icon = formula.new TeXIconBuilder()
                .setStyle(TeXConstants.STYLE_DISPLAY)
                .setSize(size)
                .setFGColor(colour)
                .build();
        icon.setForeground(colour);
        icon.setInsets(new Insets(0, 0, 0, 0), true);
        return new TexDrawn(icon, colour);
    }

    @Override
    public double width() {
        return icon.getTrueIconWidth();
    }

    @Override
    public double ascent() {
        return icon.getTrueIconHeight() - icon.getTrueIconDepth();
    }

    @Override
    public double descent() {
        return icon.getTrueIconDepth();
    }

    @Override
    public void paint(Graphics2D graphics, double x, double baseline) {
        Outlines pen = Outlines.on(graphics);
        pen.translate(x, baseline - ascent());
        icon.paintIcon(null, pen, 0, 0);
        pen.dispose();
    }
}

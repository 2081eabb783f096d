package chainstep.ui.source;

import chainstep.lang.Span;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Look;
import chainstep.ui.look.Palette;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.event.UndoableEditEvent;
import javax.swing.event.UndoableEditListener;
import javax.swing.text.BadLocationException;
import javax.swing.undo.UndoableEdit;
import org.fife.ui.rsyntaxtextarea.RSyntaxDocument;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.fife.ui.rsyntaxtextarea.SquiggleUnderlineHighlightPainter;
import org.fife.ui.rsyntaxtextarea.Style;
import org.fife.ui.rsyntaxtextarea.SyntaxScheme;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/** The editor itself: coloured text, with bands under lines and waves under what is wrong. Needs no display. */
final class SourceText extends RSyntaxTextArea {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> waves = new ArrayList<>();

    SourceText() {
        ((RSyntaxDocument) getDocument()).setSyntaxStyle(new ChainTokens());
        setHighlightCurrentLine(false);
        setAutoIndentEnabled(false);
        setCloseCurlyBraces(false);
        setTabsEmulated(true);
        setTabSize(4);
        setInsertPairedCharacters(false);
        setAnimateBracketMatching(false);
        setBracketMatchingEnabled(true);
        setMarkOccurrences(true);
        setMargin(new Insets(6, 4, 6, 8));
        setPopupMenu(null);
    }

    /** Where there is no display, sizes are measured on an image. */
    @Override
    public Graphics getGraphics() {
        Graphics real = super.getGraphics();
        return real != null ? real : new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    }

    /** As wide as they are painted: those measured when the text was last in a window may be of another size of type. */
    @Override
    public FontMetrics getFontMetricsForTokenType(int type) {
        FontMetrics measured = super.getFontMetricsForTokenType(type);
        Font font = getFontForTokenType(type);
        return measured == null || measured.getFont().equals(font) ? measured : getFontMetrics(font);
    }

    /** Goes to the beginning. */
    void begin() {
        setCaretPosition(0);
        scrollRectToVisible(new Rectangle(0, 0, 1, 1));
    }

    /** Writes a change down that is none of the text, among those that can be taken back. */
    void note(UndoableEdit change) {
        beginAtomicEdit();
        for (UndoableEditListener each : ((RSyntaxDocument) getDocument()).getUndoableEditListeners()) {
            each.undoableEditHappened(new UndoableEditEvent(this, change));
        }
        endAtomicEdit();
    }

    /** Takes on a theme's colours, and a size of type. */
    void dress(Palette palette, float size) {
        SyntaxScheme scheme = new SyntaxScheme(false);
        for (int type = 0; type < scheme.getStyleCount(); type++) {
            scheme.setStyle(type, new Style(colour(palette, type)));
        }
        setSyntaxScheme(scheme);
        setFont(Look.numbers(size));
        setBackground(palette.get(Hue.GROUND));
        setForeground(palette.get(Hue.TEXT));
        setCaretColor(palette.get(Hue.TEXT));
        setSelectionColor(Palette.between(palette.get(Hue.GROUND), palette.get(Hue.VALUE), 0.28));
        setMatchedBracketBGColor(palette.get(Hue.VALUE_GROUND));
        setMatchedBracketBorderColor(palette.get(Hue.VALUE));
        setMarkOccurrencesColor(Palette.between(palette.get(Hue.GROUND), palette.get(Hue.VALUE), 0.14));
    }

    private static Color colour(Palette palette, int type) {
        return palette.get(
                switch (type) {
                    case TokenTypes.COMMENT_EOL -> Hue.MUTED;
                    case TokenTypes.LITERAL_NUMBER_FLOAT -> Hue.UPDATE;
                    case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE -> Hue.UPDATE;
                    case TokenTypes.RESERVED_WORD -> Hue.PARAMETER;
                    case TokenTypes.ERROR_IDENTIFIER -> Hue.WRONG;
                    default -> Hue.TEXT;
                });
    }

    /** Paints a band under a line, counted from 1; no line is none. */
    void band(int line, Color colour) {
        if (line >= 1 && line <= getLineCount()) {
            try {
                addLineHighlight(line - 1, colour);
            } catch (BadLocationException gone) {
                throw new AssertionError(gone);
            }
        }
    }

    /** Draws a wave under a place. */
    void wave(Span span, Color colour) {
        int from = offset(span.line(), span.column());
        int to = Math.max(
                offset(span.endLine(), span.endColumn()),
                Math.min(from + 1, getDocument().getLength()));
        try {
            waves.add(getHighlighter()
                    .addHighlight(
                            from == to ? Math.max(0, from - 1) : from,
                            to,
                            new SquiggleUnderlineHighlightPainter(colour)));
        } catch (BadLocationException gone) {
            throw new AssertionError(gone);
        }
    }

    /** Takes away all bands and waves. */
    void clear() {
        removeAllLineHighlights();
        waves.forEach(getHighlighter()::removeHighlight);
        waves.clear();
    }

    /** The place of a line and column, both from 1, columns in code points; the nearest there is. */
    int offset(int line, int column) {
        int row = Math.min(line, getLineCount()) - 1;
        try {
            int start = getLineStartOffset(row);
            int end = row == getLineCount() - 1 ? getDocument().getLength() : getLineEndOffset(row) - 1;
            String text = getText(start, end - start);
            int points = text.codePointCount(0, text.length());
            return start + text.offsetByCodePoints(0, Math.min(column - 1, points));
        } catch (BadLocationException gone) {
            throw new AssertionError(gone);
        }
    }

    /** Where a line, counted from 1, is painted. */
    Rectangle area(int line) {
        return new Rectangle(0, getInsets().top + (line - 1) * getLineHeight(), getWidth(), getLineHeight());
    }

    /** Where the character at an offset is painted. */
    Rectangle spot(int offset) {
        try {
            return modelToView2D(offset).getBounds();
        } catch (BadLocationException gone) {
            return area(1);
        }
    }

    /** The line, counted from 1, that is painted at a height. */
    int lineAt(int y) {
        return Math.floorDiv(y - getInsets().top, getLineHeight()) + 1;
    }
}

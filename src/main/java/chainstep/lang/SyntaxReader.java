package chainstep.lang;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BufferedTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads a text by the grammar {@code Chain.g4}: a tree, or one {@link SourceError} at the first mistake.
 *
 * <p>Time and space are linear in the text; the stack is bounded, for nesting is limited before parsing. Safe in any thread.
 */
public final class SyntaxReader {
    /** How many lines a text may have. */
    static final int MOST_LINES = 20_000;

    private SyntaxReader() {}

    /**
     * The statements of a file.
     *
     * @throws SourceError at the first mistake
     */
    public static Syntax.File file(Source source) {
        guard(source);
        Places places = new Places(source, 0);
        TokenReader tokens = new TokenReader(places, source.text(), false);
        ChainParser.FileContext tree = parse(places, tokens, ChainParser::file);
        Syntax.File file = new SyntaxBuilder(places).file(tree);
        tokens.complain();
        return file;
    }

    /**
     * A text that is one expression, such as a watch.
     *
     * @throws SourceError at the first mistake
     */
    public static Syntax.Expression expression(Source source) {
        guard(source);
        return expression(new Places(source, 0), source.text());
    }

    /**
     * The expression within a quoted text of a file, such as {@code breakpoint(when="…")}; its places are the file's.
     *
     * @param quoted a text of that source, written without escapes
     * @throws SourceError at the first mistake
     */
    public static Syntax.Expression expression(Source source, Syntax.Text quoted) {
        int first = source.index(quoted.span().line(), quoted.span().column()) + 1;
        return expression(new Places(source, source.offset(first)), quoted.value());
    }

    private static Syntax.Expression expression(Places places, String text) {
        TokenReader tokens = new TokenReader(places, text, true);
        try {
            ChainParser.LoneContext tree = parse(places, tokens, ChainParser::lone);
            tokens.complain();
            return new SyntaxBuilder(places).visit(tree.expression());
        } catch (SourceError mistake) {
            tokens.complain();
            throw mistake;
        }
    }

    private static void guard(Source source) {
        if (source.text().length() > Source.LARGEST) {
            throw Source.tooLarge(source.name());
        }
        if (source.lines() > MOST_LINES) {
            throw SourceError.at(source, new Span(MOST_LINES + 1, 1, MOST_LINES + 1, 1), "file.lines", MOST_LINES)
                    .hint("hint.file.large");
        }
    }

    /** A rule of the grammar to start from. */
    private interface Rule<T extends ParserRuleContext> {
        T of(ChainParser parser);
    }

    private static <T extends ParserRuleContext> T parse(Places places, TokenReader reader, Rule<T> rule) {
        BufferedTokenStream tokens = new BufferedTokenStream(new ListTokenSource(reader.read()));
        tokens.fill();
        ChainParser parser = new ChainParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return rule.of(parser);
        } catch (ParseCancellationException perhaps) {
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        }
        try {
            return rule.of(parser);
        } catch (ParseCancellationException certain) {
            if (certain.getCause() instanceof RecognitionException mistake) {
                throw new Diagnosis(places, tokens).of(mistake);
            }
            throw certain;
        }
    }
}

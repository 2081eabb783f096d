/**
 * The {@code .chain} language: from a file to a program with source positions.
 *
 * <p>The grammar, {@code Chain.g4}, is the reference. {@link chainstep.lang.ChainParser} turns a {@link chainstep.lang.Source} into a
 * {@link chainstep.lang.Syntax} tree or one {@link chainstep.lang.SourceError}. Nothing here computes a value, prints, or knows a window.
 */
package chainstep.lang;

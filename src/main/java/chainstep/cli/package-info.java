/**
 * The terminal: one class for each command, and the prompt of the debugger.
 *
 * <p>The only room that knows picocli and JLine, and the only one that prints; it ends no process (that is {@code App}'s). It
 * computes nothing itself.
 */
package chainstep.cli;

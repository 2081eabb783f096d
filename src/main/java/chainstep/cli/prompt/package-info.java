/**
 * The debugger's prompt: commands in gdb's habits, typed or piped in, each answered in a few lines.
 *
 * <p>It translates between text and the rooms below: the debugger moves, explain says, quantities are asked. Nothing here
 * computes or derives.
 */
package chainstep.cli.prompt;

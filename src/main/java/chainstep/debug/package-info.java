/**
 * Walking through a program: where a cursor can stand, how it moves, what stops it, what is watched.
 *
 * <p>Nothing here explains or prints, and nothing runs backwards: a position is a number, the values of an iteration are its
 * trace, an earlier iteration is run again. Only {@link chainstep.debug.Debugger} changes; all it hands out does not.
 */
package chainstep.debug;

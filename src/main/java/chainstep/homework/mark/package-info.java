/**
 * Judges answers: right by the digits written, right by the student's own rounded numbers, or carried forward from a slip.
 *
 * <p>Everything is found from the program of the assignment, run in intervals between what was answered and what is asked. Nothing
 * here reads files or prints; why an answer is wrong is {@code homework.mistake}'s to say.
 */
package chainstep.homework.mark;

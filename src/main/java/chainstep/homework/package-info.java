/**
 * Homework worked out by hand: what is asked, what was answered, whether it is right, and what went wrong.
 *
 * <p>This package holds the words that the others share. {@code homework.answer} reads what people write, {@code homework.mistake}
 * knows the slips people make, {@code homework.mark} judges, {@code homework.paper} prints. Nothing here is written by the author
 * of an assignment: everything is found out from the program itself.
 */
package chainstep.homework;

/**
 * What people write: names of quantities, answers, sheets; and questions where a file asks none.
 *
 * <p>Everything here is read from strangers: no text and no file makes it throw anything but a sentence for its writer. Nothing is
 * judged here.
 */
package chainstep.homework.answer;

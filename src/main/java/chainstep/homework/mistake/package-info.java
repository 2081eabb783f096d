/**
 * The slips people make, found by making them: the derivation with one known mistake at a time, and which yields the student's number.
 *
 * <p>A {@link chainstep.homework.mistake.Mistake} is a rule on the program (operations, roles, operands), never on a network. It
 * says at which nodes it can be made and what is computed there instead; {@link chainstep.homework.mistake.Writing} writes all
 * of them behind the worked program, {@link chainstep.homework.mistake.Diagnosis} compares. Nothing here marks or prints.
 */
package chainstep.homework.mistake;

/**
 * The numbers a program is fed: tables of rows, where they come from (generators, CSV, IDX) and which rows an iteration sees.
 *
 * <p>Every random choice of the product is drawn from {@link chainstep.data.Lcg}, so a seed gives the same numbers on every
 * machine. What a user can do wrong is a {@link chainstep.data.DataException}: a key of the bundle {@code chainstep/data},
 * a place in a file and arguments, never prose. Here too, as the lowest room that
 * knows files, they are written whole or not at all. This package knows nothing of programs, languages or training.
 */
package chainstep.data;

/**
 * Sheets of one assignment with other numbers for each student: nice ones, which give nothing away and tell mistakes apart.
 *
 * <p>A variant is known by the id on its sheet. Everything is drawn from a seed: the same list gives the same sheets.
 */
package chainstep.homework.variant;

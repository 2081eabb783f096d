/** What everything in the window looks like: colours that mean something, type, icons, words, formulas. */
package chainstep.ui.look;

/** Changing a number where it is written: typed or slid, from whatever view it was pointed at in. */
package chainstep.ui.number;

/** The source on the Debug page: edited, coloured, with the line that is now, breakpoints and troubles at its margin. */
package chainstep.ui.source;

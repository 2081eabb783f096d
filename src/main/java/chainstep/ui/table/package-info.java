/** The tables of the Debug page: variables, watches and breakpoints, one large value, and where a number came from. */
package chainstep.ui.table;

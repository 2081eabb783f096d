/** What is worth knowing all the time, in one line: the facts of the iteration, and the state of work, file and engine. */
package chainstep.ui.status;

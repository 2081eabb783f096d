/**
 * Homework on paper: the report a student gets back, the page about a class, the table of marks.
 *
 * <p>A page is XHTML, written by {@link chainstep.homework.paper.Markup}; the press makes a PDF of the very same page. The same
 * sheets give the same bytes: nothing here asks for the time or the machine. What must be drawn comes from outside as
 * {@link chainstep.homework.paper.Pictures}; nothing here knows a window, and nothing starts a thread.
 */
package chainstep.homework.paper;

/** The frame: title, toolbar, pages and drawers, put together from the views, in a window or on a picture. */
package chainstep.ui.window;

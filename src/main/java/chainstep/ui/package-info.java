/**
 * The window: pages over one model, as functions of an immutable scene.
 *
 * <p>{@link chainstep.ui.DebugController} alone talks to the debugger, and hands every {@link chainstep.ui.DebugView} one
 * {@link chainstep.ui.DebugScene}; views know no one else and keep no copies. Everything here runs on the event thread, but for
 * what {@link chainstep.ui.Tasks} is given to do.
 */
package chainstep.ui;

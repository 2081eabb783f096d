package chainstep.ui.derivation;

import chainstep.ui.Picked;
import java.util.function.Consumer;

/**
 * What can be done at a ledger.
 *
 * @param switched from edges to whole paths, and back
 * @param picked a row's number is pointed at
 */
record Ledgers(Runnable switched, Consumer<Picked> picked) {}

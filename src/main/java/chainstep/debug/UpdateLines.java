package chainstep.debug;

import chainstep.grad.Updates;
import chainstep.graph.Program;
import chainstep.graph.Role;
import java.util.Arrays;

/**
 * Which line of an update each node belongs to: that of its parameter, or one for all.
 *
 * <p>A value that all parameters share stands where the first of them needs it; between nodes of one parameter it belongs to
 * that parameter's line. The clipping of all gradients by their common norm is one line.
 */
final class UpdateLines {
    private static final int CLIPPING = -2;

    private UpdateLines() {}

    /** For each of these nodes a number that is the same on the same line; that of shared values outside an update. */
    static int[] of(Program program, int[] nodes) {
        int[] lines = new int[nodes.length];
        int last = Updates.SHARED;
        int from = 0;
        for (int k = 0; k < nodes.length; k++) {
            lines[k] = line(program.node(nodes[k]).role());
            if (lines[k] != Updates.SHARED) {
                if (lines[k] == last) {
                    Arrays.fill(lines, from, k, last);
                }
                last = lines[k];
                from = k + 1;
            }
        }
        return lines;
    }

    private static int line(Role role) {
        if (role instanceof Role.Update update) {
            boolean clips = update.part().startsWith("norm") || update.part().startsWith("clip");
            return clips ? CLIPPING : update.param();
        }
        return Updates.SHARED;
    }
}

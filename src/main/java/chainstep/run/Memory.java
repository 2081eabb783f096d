package chainstep.run;

import chainstep.graph.Node;
import chainstep.graph.OperandException;
import chainstep.graph.Program;
import java.util.Comparator;

/** Asks whether an array will fit before it is made: a message instead of a machine out of memory. */
public final class Memory {
    /** Less than this always fits. */
    private static final long LITTLE = 8L << 20;

    private static final long MEGABYTE = 1L << 20;

    private Memory() {}

    /**
     * Makes sure that this many bytes can be had, with as much again to work with up to an eighth of all memory.
     *
     * @throws OperandException when they cannot
     */
    static void require(long bytes) {
        if (bytes <= LITTLE || bytes <= free()) {
            return;
        }
        System.gc();
        if (bytes > free()) {
            throw new OperandException("run.memory", bytes / MEGABYTE, Math.max(0, free()) / MEGABYTE);
        }
    }

    /**
     * Does work that needs memory beyond what was asked for.
     *
     * @throws OperandException when there is not enough; nothing of the work is kept
     */
    static void within(Runnable work) {
        try {
            work.run();
        } catch (OutOfMemoryError full) {
            throw full();
        }
    }

    /** What to say when memory ran out over a program's values: at the largest of them. */
    public static OperandException full(Program program) {
        Node largest = program.nodes().stream()
                .max(Comparator.comparingInt(node -> node.shape().size()))
                .orElseThrow();
        return full().at(largest.origin());
    }

    private static OperandException full() {
        return new OperandException("run.memory.full", Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    private static long free() {
        Runtime machine = Runtime.getRuntime();
        return machine.maxMemory() - (machine.totalMemory() - machine.freeMemory()) - machine.maxMemory() / 8;
    }
}

package chainstep.ui.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of the variables are: value and gradient share what names and shapes leave so that they stand side by side
 * in as many rows as can be. In the others the gradient stands below the value.
 */
record ColumnPlan(int name, int shape, int value, int gradient) {
    /**
     * @param width of all columns
     * @param least below which the shapes give up their column to the numbers; they do so too where some fit only then
     * @param head what is over the numbers wants
     */
    static ColumnPlan of(int width, int name, int shape, int least, int head, List<Need> needs) {
        int beside = width - name - shape;
        boolean tight = needs.stream().mapToInt(Need::most).anyMatch(most -> most > beside && most <= width - name);
        int kept = beside < least || tight ? 0 : shape;
        int room = Math.max(2, width - name - kept);
        int middle = room / 2;
        int best = IntStream.concat(
                        IntStream.of(middle),
                        needs.stream()
                                .filter(Need::hasGradient)
                                .flatMapToInt(need -> IntStream.of(need.value(), room - need.gradient())))
                .filter(value -> value >= Math.max(head, room / 4) && value <= room - Math.max(head, room / 4))
                .distinct()
                .boxed()
                .max((a, b) -> {
                    int more = Long.compare(beside(needs, a, room), beside(needs, b, room));
                    return more != 0 ? more : Integer.compare(Math.abs(b - middle), Math.abs(a - middle));
                })
                .orElse(middle);
        return new ColumnPlan(name, kept, best, room - best);
    }

    private static long beside(List<Need> needs, int value, int room) {
        return needs.stream()
                .filter(need -> need.value() <= value && need.gradient() <= room - value)
                .count();
    }

    /** Whether there is room for a gradient beside its value. */
    boolean isBeside(Need need) {
        return need.value() <= value && need.gradient() <= gradient;
    }

    /** The room for numbers. */
    int numbers() {
        return value + gradient;
    }
}

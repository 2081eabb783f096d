package chainstep.lang;

import java.util.List;

/**
 * What {@code train(…)} says.
 *
 * @param epochs how many, 0 where unsaid
 * @param batch rows in a batch, 0 for all
 * @param split percentages of training, validation and test rows; empty for all to train
 */
public record TrainSettings(int epochs, int batch, boolean shuffle, List<Integer> split, long seed) {
    static final TrainSettings NONE = new TrainSettings(0, 0, false, List.of(), 0);

    public TrainSettings {
        split = List.copyOf(split);
    }

    static TrainSettings read(Arguments arguments) {
        int epochs = count(arguments, "epochs");
        int batch = count(arguments, "batch");
        boolean shuffle = arguments.option("shuffle").map(arguments::flag).orElse(false);
        List<Integer> split = arguments.option("split").map(arguments::integers).orElse(List.of());
        long seed = arguments.seed(arguments.option("seed"));
        arguments.finish();
        boolean whole = split.isEmpty()
                || split.stream().allMatch(part -> part >= 0)
                        && split.get(0) > 0
                        && split.size() <= 3
                        && split.stream().mapToInt(Integer::intValue).sum() == 100;
        if (!whole) {
            throw arguments.reader().error(arguments.call(), "train.split");
        }
        return new TrainSettings(epochs, batch, shuffle, split, seed);
    }

    private static int count(Arguments arguments, String name) {
        return arguments
                .option(name)
                .map(given -> {
                    int n = arguments.integer(given);
                    if (n < 1) {
                        throw arguments.reader().error(given, "argument.positive", "train", name);
                    }
                    return n;
                })
                .orElse(0);
    }
}

package chainstep.lang;

import java.util.List;

/**
 * What {@code train(…)} says.
 *
 * @param epochs how many, 0 where unsaid
 * @param batch rows in a batch, 0 for all
 * @param split percentages of training, validation and test rows; empty for all to train
 * @param patience after how many epochs without a lower loss over the validation rows to stop, 0 for never
 */
public record TrainSettings(int epochs, int batch, boolean shuffle, List<Integer> split, long seed, int patience) {
    static final TrainSettings NONE = new TrainSettings(0, 0, false, List.of(), 0, 0);

    public TrainSettings {
        split = List.copyOf(split);
    }

    static TrainSettings read(Arguments arguments) {
        int epochs = arguments
                .option("epochs")
                .map(given -> arguments.count(given, "epochs"))
                .orElse(0);
        int batch = arguments
                .option("batch")
                .map(given -> arguments.count(given, "batch"))
                .orElse(0);
        boolean shuffle = arguments.option("shuffle").map(arguments::flag).orElse(false);
        List<Integer> split =
                arguments.option("split").map(given -> split(arguments, given)).orElse(List.of());
        long seed = arguments.seed(arguments.option("seed"));
        int patience = arguments
                .option("patience")
                .map(given -> arguments.count(given, "patience"))
                .orElse(0);
        arguments.finish();
        return new TrainSettings(epochs, batch, shuffle, split, seed, patience);
    }

    private static List<Integer> split(Arguments arguments, Syntax.Expression given) {
        List<Integer> split = arguments.integers(given);
        boolean whole = split.size() <= 3
                && split.stream().allMatch(part -> part >= 0)
                && split.stream().mapToLong(Integer::longValue).sum() == 100
                && split.get(0) > 0;
        if (!whole) {
            throw arguments.reader().error(given, "train.split");
        }
        return split;
    }
}

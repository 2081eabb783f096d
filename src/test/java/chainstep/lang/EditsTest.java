package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.LayerEdit.Layer;
import chainstep.lang.TrainingText.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is changed by a control, the text can be read, and the change taken back gives the text before. */
class EditsTest {
    /** A change, and what takes it back; the latter is empty where more was written than can be known again. */
    private record Change(String name, Optional<String> text, Function<String, Optional<String>> back) {}

    private static final Function<String, Optional<String>> NO_WAY_BACK = text -> Optional.empty();

    private static final List<List<String>> VALUES = List.of(
            List.of("DATA", "\"circle\"", "\"plane\"", "\"multi-gauss\""),
            List.of("SAMPLES", "100", "200"),
            List.of("NOISE", "0.1", "1/5"),
            List.of("DATA_SEED", "3", "4"),
            List.of("OPTIMIZER", "sgd", "momentum", "rmsprop", "adamw", "adam"),
            List.of("RATE", "0.5", "1e-3"),
            List.of("SCHEDULE", "constant", "cosine", "warmup(steps=3)", "exp_decay", "step_decay"),
            List.of("L1", "0.01", "0"),
            List.of("L2", "1e-4", "0"),
            List.of("CLIP", "1", "5"),
            List.of("EPOCHS", "5", "7"),
            List.of("BATCH", "5", "20"),
            List.of("SPLIT", "[80, 20]", "[50, 25, 25]"),
            List.of("SHUFFLE", "False", "True"),
            List.of("SEED", "8", "9"),
            List.of("PATIENCE", "3", "10"),
            List.of("INITIALISER", "he", "xavier", "uniform", "normal", "normal(std=0.5)"));

    private static String read(String name, String text, Path folder) {
        try {
            ChainReader.read(Source.of("changed", text), folder);
        } catch (SourceError broken) {
            throw new AssertionError(name + ": " + broken.getMessage() + "\n" + text, broken);
        }
        return text;
    }

    private static Change field(String text, Random chance) {
        List<String> choice = VALUES.get(chance.nextInt(VALUES.size()));
        Field field = Field.valueOf(choice.get(0));
        String value = choice.get(1 + chance.nextInt(choice.size() - 1));
        TrainingText now = TrainingText.of(text);
        return new Change(
                field + "=" + value,
                now.with(field, value),
                next -> field == Field.OPTIMIZER
                        ? Optional.empty()
                        : now.get(field).flatMap(before -> TrainingText.of(next).with(field, before)));
    }

    private static Change structure(String text, Random chance) {
        List<Layer> layers = LayerEdit.layers(text);
        int at = chance.nextInt(layers.size());
        int by = chance.nextInt(7);
        String word = LayerEdit.activations()
                .get(chance.nextInt(LayerEdit.activations().size()));
        String loss = LayerEdit.losses().get(chance.nextInt(LayerEdit.losses().size()));
        String before = LayerEdit.loss(text).orElseThrow();
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        chance.ints(3, 0, 7).forEach(k -> features.add(Feature.values()[k]));
        Set<Feature> had = TrainingText.of(text).features();
        return switch (by) {
            case 0 -> new Change("unit+" + at, LayerEdit.units(text, at, 1), next -> LayerEdit.units(next, at, -1));
            case 1 -> new Change("unit-" + at, LayerEdit.units(text, at, -1), next -> LayerEdit.units(next, at, 1));
            case 2 ->
                new Change(
                        "layer+" + at,
                        LayerEdit.added(text, at),
                        next -> LayerEdit.removed(next, Math.min(at + 1, layers.size() - 1)));
            case 3 -> new Change("layer-" + at, LayerEdit.removed(text, at), NO_WAY_BACK);
            case 4 ->
                new Change(
                        word + at,
                        LayerEdit.bent(text, at, word),
                        next -> LayerEdit.bent(next, at, layers.get(at).activation()));
            case 5 ->
                new Change(
                        loss,
                        LayerEdit.measured(text, loss),
                        next -> next.lines().count() > text.lines().count()
                                ? Optional.empty()
                                : LayerEdit.measured(next, before));
            default ->
                new Change(
                        "features",
                        TrainingText.of(text).withFeatures(features),
                        next -> TrainingText.of(next).withFeatures(had));
        };
    }

    @Test
    void changes_in_any_order_can_be_read_and_taken_back() throws IOException {
        String spiral = Files.readString(Path.of("samples", "spiral.chain")).replace("\nexpect(", "\n# expect(");
        int taken = 0;
        for (int round = 0; round < 40; round++) {
            Random chance = new Random(round);
            String text = spiral;
            for (int k = 0; k < 12; k++) {
                Change change = chance.nextBoolean() ? field(text, chance) : structure(text, chance);
                if (change.text().isEmpty()) {
                    continue;
                }
                String next = read(change.name(), change.text().get(), Path.of("samples"));
                Optional<String> back = change.back().apply(next);
                if (back.isPresent()) {
                    assertThat(back.get()).as(change.name()).isEqualTo(text);
                    taken++;
                }
                text = next;
            }
        }
        assertThat(taken).isGreaterThan(200);
    }

    /** Every change of every sample that has layers. */
    @Test
    void every_sample_with_layers_can_be_changed_in_every_way() throws IOException {
        int changed = 0;
        List<String> layered = new ArrayList<>();
        for (Path file : samples()) {
            String text = Files.readString(file);
            List<Layer> layers = LayerEdit.layers(text);
            List<Optional<String>> all = new ArrayList<>();
            for (int at = 0; at < layers.size(); at++) {
                all.add(LayerEdit.units(text, at, 1));
                all.add(LayerEdit.units(text, at, -1));
                all.add(LayerEdit.added(text, at));
                all.add(LayerEdit.removed(text, at));
                all.add(LayerEdit.bent(text, at, "relu"));
                all.add(LayerEdit.bent(text, at, ""));
            }
            for (Optional<String> next : all) {
                next.ifPresent(other -> read(file.toString(), other, file.getParent()));
                changed += next.isPresent() ? 1 : 0;
            }
            if (!layers.isEmpty()) {
                layered.add(file.getFileName().toString());
            }
        }
        assertThat(layered).contains("spiral.chain", "digits.chain", "mazur.chain", "saitoh_3layer.chain");
        assertThat(changed).isGreaterThan(80);
    }

    /** Every setting of every sample. */
    @Test
    void every_setting_of_every_sample_can_be_written() throws IOException {
        int written = 0;
        for (Path file : samples()) {
            TrainingText text = TrainingText.of(Files.readString(file));
            for (List<String> choice : VALUES) {
                Field field = Field.valueOf(choice.get(0));
                if (field == Field.BATCH || field == Field.SPLIT) {
                    continue;
                }
                for (String value : choice.subList(1, choice.size())) {
                    Optional<String> next = text.with(field, value);
                    next.ifPresent(other -> read(file + " " + value, other, file.getParent()));
                    written += next.isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(written).isGreaterThan(1000);
    }

    private static List<Path> samples() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("samples", "samples/lectures", "samples/worked")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".chain"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }
}

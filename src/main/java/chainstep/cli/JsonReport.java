package chainstep.cli;

import chainstep.graph.Node;
import chainstep.lang.Take;
import chainstep.train.Confusion;
import chainstep.train.Course;
import chainstep.train.Diverged;
import chainstep.train.Epoch;
import chainstep.train.Log;
import chainstep.train.Measure;
import chainstep.train.Patience;
import chainstep.train.Trainer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run of training for programs: a JSON object a line, one for each epoch and one that has {@code end}.
 *
 * <p>Numbers are float64, written so that reading gives the same ones; what is no finite number is null. Mutable: what is to be said at the
 * end is gathered.
 */
final class JsonReport implements TrainReport {
    private final Console console;
    private final Course course;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Map<String, Object> ending = new LinkedHashMap<>();

    JsonReport(Console console, Course course) {
        this.console = console;
        this.course = course;
    }

    private void print(Map<String, Object> object) {
        console.out().print(mapper.writeValueAsString(object) + "\n");
        console.out().flush();
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    @Override
    public void epoch(Epoch epoch, boolean isTold) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("epoch", epoch.number());
        object.put("updates", epoch.updates());
        object.put("batch_loss", number(epoch.batchLoss()));
        for (Take.Part part : Take.Part.values()) {
            Optional.ofNullable(epoch.scores().get(part)).ifPresent(score -> object.put(Log.name(part), score(score)));
        }
        object.put("seconds", epoch.seconds());
        print(object);
    }

    private static Map<String, Object> score(Measure.Score score) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("loss", number(score.loss()));
        score.accuracy().ifPresent(accuracy -> object.put("accuracy", accuracy));
        return object;
    }

    @Override
    public void nothing(long epochs) {
        // the end says how many there have been
    }

    @Override
    public void confusion(Take.Part part, Confusion confusion) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("part", Log.name(part));
        object.put("classes", confusion.classes());
        object.put("counts", confusion.counts());
        ending.put("confusion", object);
    }

    @Override
    public void diverged(Diverged where) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("update", where.iteration());
        object.put("loss", number(where.loss()));
        where.where(course.program())
                .map(Node::origin)
                .filter(place -> place.line() > 0)
                .ifPresent(place -> object.put("line", place.line()));
        ending.put("diverged", object);
    }

    @Override
    public void end(End how, Trainer trainer, Optional<Patience> patience, TrainFolder folder) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("end", how.name().toLowerCase(Locale.ROOT));
        object.put("epoch", trainer.epoch());
        object.put("updates", trainer.state().iteration());
        patience.flatMap(Patience::best).ifPresent(best -> {
            object.put("best_updates", best.updates());
            object.put("best_loss", number(best.loss()));
        });
        put(object, "checkpoint", folder.checkpoint());
        put(object, "best", folder.best());
        put(object, "log", folder.log());
        object.putAll(ending);
        print(object);
    }

    private static void put(Map<String, Object> object, String key, Optional<Path> file) {
        file.ifPresent(place -> object.put(key, place.toString()));
    }
}

package chainstep.ui.train;

import chainstep.lang.Take;
import chainstep.train.Conditions;
import chainstep.train.Course;
import chainstep.train.Prediction;
import chainstep.train.Probe;
import java.util.List;
import java.util.Optional;

/**
 * A course made ready to be trained and looked at; worked out beside the event thread.
 *
 * @param runner trains it; asked on the event thread only how far it is
 * @param conditions what it stops at, as written
 * @param outlook empty where it learns from no rows
 * @param probe asks the units; for one thread at a time, never the event thread
 */
record Lesson(
        Course course,
        String engine,
        Runner runner,
        List<String> conditions,
        Optional<Outlook> outlook,
        Optional<Probe> probe,
        Optional<Prediction> prediction,
        List<String> classes) {
    Lesson {
        conditions = List.copyOf(conditions);
        classes = List.copyOf(classes);
    }

    static Lesson of(Course course, String engine, Runner runner) {
        Optional<Outlook> outlook = Outlook.of(course);
        Probe any = outlook.map(look -> Probe.of(course, look.asked())).orElseGet(() -> Probe.of(course));
        Optional<Probe> probe =
                Optional.of(any).filter(each -> !each.columns().columns().isEmpty());
        Optional<Prediction> prediction = Prediction.of(course.program());
        List<String> classes = prediction
                .filter(Prediction::isClassifying)
                .map(each -> each.classes(course.program()))
                .orElse(List.of());
        return new Lesson(
                course, engine, runner, Conditions.of(course.model()).texts(), outlook, probe, prediction, classes);
    }

    /** The parts of the data that are measured; of a model without data, what it holds itself. */
    List<Take.Part> parts() {
        return course.parts().isEmpty() ? List.of(Take.Part.TRAINING) : course.parts();
    }

    /** How many updates the file asks for. */
    long updates(int epochsUnsaid) {
        return (long) course.epochs().orElse(epochsUnsaid) * course.perEpoch();
    }
}

package chainstep.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which trainings stay to compare with when another begins. */
final class KeptRuns {
    private KeptRuns() {}

    /** Those of a scene, and what was trained in it; of another file none, and one that measured nothing is none. */
    static List<Run> before(TrainScene scene, Lesson next) {
        boolean same = scene.lesson().filter(last -> isOfOneFile(last, next)).isPresent();
        if (!same) {
            return List.of();
        }
        List<Run> all = new ArrayList<>(scene.earlier());
        List<Mark> marks = scene.now().map(Progressed::marks).orElse(List.of());
        if (marks.size() > 1) {
            if (all.size() == RunLine.MOST) {
                all.remove(0);
            }
            all.add(Run.of(free(all), scene.lesson().orElseThrow(), marks));
        }
        return all;
    }

    private static boolean isOfOneFile(Lesson one, Lesson other) {
        return one.course().folder().equals(other.course().folder())
                && one.course()
                        .model()
                        .source()
                        .name()
                        .equals(other.course().model().source().name());
    }

    private static int free(List<Run> all) {
        return IntStream.range(0, RunLine.MOST)
                .filter(place -> all.stream().noneMatch(run -> run.place() == place))
                .findFirst()
                .orElseThrow();
    }
}

package chainstep.ui.timeline;

import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import java.util.Optional;

/** Asks for one jump at a time: while one is under way, of all that are asked for only the last is kept. */
final class Travel {
    private record Place(long iteration, long index) {}

    private final DebugController controller;
    private Optional<Place> underWay = Optional.empty();
    private Optional<Place> next = Optional.empty();

    Travel(DebugController controller) {
        this.controller = controller;
    }

    void to(long iteration, long index) {
        Place place = new Place(iteration, index);
        if (underWay.isPresent()) {
            next = underWay.filter(place::equals).isPresent() ? Optional.empty() : Optional.of(place);
        } else {
            underWay = Optional.of(place);
            controller.jump(iteration, index);
        }
    }

    /** Whatever has been asked for is there, unless the scene says that it is still being worked on. */
    void arrived(DebugScene scene) {
        if (scene.busy().isPresent() || underWay.isEmpty()) {
            return;
        }
        underWay = Optional.empty();
        Optional<Place> wanted = next;
        next = Optional.empty();
        wanted.ifPresent(place -> to(place.iteration(), place.index()));
    }
}

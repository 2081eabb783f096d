package chainstep.ui.graph;

import chainstep.debug.Breakpoint;
import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The wishes, as the controller takes them; none are taken while what is shown is not what is stepped. */
final class Controlled implements Wishes {
    private final DebugController controller;
    private final GraphView view;
    private final BooleanSupplier isDrawing;

    Controlled(DebugController controller, GraphView view, BooleanSupplier isDrawing) {
        this.controller = controller;
        this.view = view;
        this.isDrawing = isDrawing;
    }

    @Override
    public void pick(Picked picked) {
        unlessDrawing(() -> controller.pick(Optional.of(picked)));
    }

    @Override
    public void letGo() {
        controller.pick(Optional.empty());
    }

    @Override
    public void runTo(int node) {
        unlessDrawing(() -> controller.runTo(node));
    }

    @Override
    public void toggleStop(Breakpoint.Place place) {
        unlessDrawing(() -> controller.stops().toggle(place));
    }

    @Override
    public boolean stopsAt(Breakpoint.Place place) {
        return controller.scene().sitting().stream()
                .flatMap(sitting -> sitting.breakpoints().stream())
                .anyMatch(each -> each.enabled() && each.place().equals(place));
    }

    @Override
    public void turn(int box) {
        unlessDrawing(() -> view.turn(box));
    }

    @Override
    public void fold(Grain grain) {
        view.fold(grain);
    }

    @Override
    public void edit(Picked picked) {
        unlessDrawing(() -> view.edit(picked));
    }

    @Override
    public void find() {
        view.find();
    }

    private void unlessDrawing(Runnable wish) {
        if (!isDrawing.getAsBoolean()) {
            wish.run();
        }
    }
}

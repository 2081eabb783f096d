package chainstep.ui.number;

import chainstep.graph.Leaf;
import chainstep.graph.Node;
import chainstep.math.Digits;
import chainstep.ui.DebugController;

/** An element of a leaf that the source has no number for: the first change writes all of them out. */
final class DrawnNumber implements Written {
    private final DebugController controller;
    private final String leaf;
    private final int element;
    private final String called;
    private final double value;

    DrawnNumber(DebugController controller, Node leaf, int element, String called) {
        this.controller = controller;
        this.leaf = leaf.name();
        this.element = element;
        this.called = called;
        this.value = ((Leaf) leaf.op()).supply().exact(element, 0).doubleValue();
    }

    @Override
    public String called() {
        return called;
    }

    @Override
    public String text() {
        return NumberEditor.plain(value);
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public double reach() {
        return PlacedNumber.wide(value);
    }

    @Override
    public void change(String number) {
        controller
                .scene()
                .sitting()
                .flatMap(sitting ->
                        sitting.model().program().named(leaf).stream().boxed().findFirst())
                .ifPresent(node -> controller.change(
                        node, element, Digits.parse(number).value().doubleValue()));
    }
}

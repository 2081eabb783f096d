package chainstep.explain;

import chainstep.graph.Nests;
import chainstep.graph.Node;
import chainstep.graph.Points;
import chainstep.graph.Program;
import chainstep.math.Shape;
import chainstep.op.Bce;
import chainstep.op.CrossEntropy;
import chainstep.op.RaiseTo;
import chainstep.op.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Where a value was settled by a convention, which no calculator does: 0 · ln 0 of a certain prediction, a step at its jump. */
final class Holes {
    /** How many are named. */
    private static final int NAMED = 6;

    private final Page page;
    private final Program program;

    Holes(Page page) {
        this.page = page;
        this.program = page.program();
    }

    /** What to say of the value of a loss or a step. */
    Optional<Form> value(Node loss) {
        if (loss.op() instanceof Step) {
            return say("note.jump", loss, jumps(loss).boxed().toList());
        } else if (loss.op() instanceof Bce) {
            return say("note.hole", loss, certain(loss));
        } else if (loss.op() instanceof CrossEntropy) {
            return say("note.hole.logit", loss, impossible(loss));
        }
        return loss.op() instanceof RaiseTo
                ? say("note.hole.power", loss, operands(loss, 0, (a, b) -> a == 0 && b == 0))
                : Optional.empty();
    }

    /** The same for one number of it. */
    Optional<Form> value(Node loss, int element) {
        if (loss.op() instanceof Step) {
            return say("note.jump", loss, get(loss, 0, element) == 0 ? List.of(element) : List.of());
        }
        return value(loss).filter(note -> {
            List<Shape> shapes = program.operandShapes(loss);
            return !(loss.op() instanceof RaiseTo)
                    || operands(loss, 0, (a, b) -> a == 0 && b == 0)
                            .contains(place(shapes.get(0), loss.shape(), element));
        });
    }

    private IntStream jumps(Node step) {
        return IntStream.range(0, step.shape().size()).filter(e -> get(step, 0, e) == 0);
    }

    /** What to say of its gradient by an operand: for a probability 0 / 0 is filled too; p − t has no hole. */
    Optional<Form> slope(Node loss, int operand) {
        if (loss.op() instanceof RaiseTo) {
            String key = operand == 0 ? "note.hole.power.base" : "note.hole.power.exponent";
            return say(key, loss, operands(loss, 0, filled(operand)));
        } else if (loss.op() instanceof Step) {
            return say("note.jump", loss, jumps(loss).boxed().toList());
        }
        return loss.op() instanceof Bce
                ? say(operand == 0 ? "note.hole.slope" : "note.hole", loss, certain(loss))
                : Optional.empty();
    }

    /** The same for one number of the operand. */
    Optional<Form> slope(Node loss, int operand, int element) {
        if (loss.op() instanceof Step) {
            return value(loss, element);
        }
        return slope(loss, operand).filter(note -> {
            if (loss.op() instanceof RaiseTo) {
                return operands(loss, operand, filled(operand)).contains(element);
            }
            boolean alone = program.node(loss.inputs().get(operand)).shape().size() == 1;
            return alone || certain(loss).contains(element);
        });
    }

    /** Where the derivative of aᵇ is taken as 0: by a that of 0⁰, by b that of every 0ᵇ that is finite. */
    private static BiPredicate<Double, Double> filled(int operand) {
        return operand == 0 ? (a, b) -> a == 0 && b == 0 : (a, b) -> a == 0 && b >= 0;
    }

    /** The elements of an operand of a power whose base and exponent pass a test. */
    private List<Integer> operands(Node power, int operand, BiPredicate<Double, Double> test) {
        List<Shape> shapes = program.operandShapes(power);
        return IntStream.range(0, power.shape().size())
                .filter(e -> test.test(
                        page.trace().get(power.inputs().get(0), place(shapes.get(0), power.shape(), e)),
                        page.trace().get(power.inputs().get(1), place(shapes.get(1), power.shape(), e))))
                .map(e -> place(shapes.get(operand), power.shape(), e))
                .distinct()
                .boxed()
                .toList();
    }

    /** The element of an operand that is broadcast to one of the result. */
    private static int place(Shape operand, Shape result, int element) {
        return Points.element(Nests.broadcast(operand, result), operand, result.index(element));
    }

    /** Where p is 0 and so is t, or both are 1. */
    private List<Integer> certain(Node loss) {
        return IntStream.range(0, size(loss))
                .filter(e -> {
                    double p = get(loss, 0, e);
                    double t = get(loss, 1, e);
                    return p == t && (p == 0 || p == 1);
                })
                .boxed()
                .toList();
    }

    /** Where a logit is −∞ and its class is not the target's. */
    private List<Integer> impossible(Node loss) {
        int classes = program.node(loss.inputs().get(0)).shape().dim(-1);
        boolean rows = program.operandShapes(loss)
                .get(0)
                .equals(program.operandShapes(loss).get(1));
        return IntStream.range(0, size(loss))
                .filter(e -> get(loss, 0, e) == Double.NEGATIVE_INFINITY)
                .filter(e -> rows ? get(loss, 1, e) == 0 : get(loss, 1, e / classes) != e % classes)
                .boxed()
                .toList();
    }

    private int size(Node loss) {
        return loss.op() instanceof CrossEntropy
                ? program.operandShapes(loss).get(0).size()
                : Math.max(
                        program.operandShapes(loss).get(0).size(),
                        program.operandShapes(loss).get(1).size());
    }

    /** A number of an operand; the only one, where it has but one. */
    private double get(Node loss, int operand, int element) {
        int size = program.operandShapes(loss).get(operand).size();
        return page.trace().get(loss.inputs().get(operand), size == 1 ? 0 : element);
    }

    private Optional<Form> say(String key, Node loss, List<Integer> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int of = loss.inputs().get(0);
        boolean one = program.node(of).shape().size() == 1;
        List<Form> named = found.stream()
                .map(e -> one ? 0 : e)
                .distinct()
                .limit(NAMED + 1)
                .map(e -> Page.equation(
                        page.element(of, e), page.close(page.trace().get(of, e))))
                .toList();
        return Optional.of(page.prose().say(key, page.prose().several(named, NAMED)));
    }
}

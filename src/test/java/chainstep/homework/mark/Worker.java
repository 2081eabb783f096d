package chainstep.homework.mark;

import chainstep.graph.Leaf;
import chainstep.graph.NestInterpreter;
import chainstep.graph.Node;
import chainstep.graph.Program;
import chainstep.homework.Place;
import chainstep.homework.Worked;
import chainstep.math.Arithmetic;
import chainstep.math.DoubleArithmetic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Works an assignment out as a diligent student does: every number that is asked is rounded, and what follows starts from it. */
final class Worker {
    private final Worked worked;
    private final int digits;
    private final SplittableRandom chance;
    private final Map<Place, Double> slips = new HashMap<>();
    private final Map<Place, String> written = new HashMap<>();

    private final Arithmetic<Double> arithmetic;
    private final boolean decimals;

    Worker(Worked worked, int digits, long seed) {
        this(worked, digits, seed, new DoubleArithmetic(), false);
    }

    private Worker(Worked worked, int digits, long seed, Arithmetic<Double> arithmetic, boolean decimals) {
        this.worked = worked;
        this.digits = digits;
        this.arithmetic = arithmetic;
        this.decimals = decimals;
        this.chance = new SplittableRandom(seed);
    }

    /** One who rounds what nobody asks for as well, after every operation. */
    static Worker roundingAll(Worked worked, int digits, boolean decimals) {
        return new Worker(worked, digits, digits, new RoundedDoubles(digits, decimals), decimals);
    }

    /** Makes one number come out wrong: that many times what it should be. */
    Worker slip(Place place, double factor) {
        slips.put(place, factor);
        return this;
    }

    /** The sheet that comes out. */
    Sheet fill(Sheet sheet) {
        compute();
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            List<String> numbers = new ArrayList<>();
            worked.places(question).forEach(place -> numbers.add(written.get(place)));
            sheet.write(worked.assignment().questions().get(question).text(), String.join(" ", numbers));
        }
        return sheet;
    }

    private void compute() {
        Set<Place> asked = new HashSet<>();
        for (int question = 0; question < worked.assignment().questions().size(); question++) {
            asked.addAll(worked.places(question));
        }
        Program program = worked.program();
        NestInterpreter<Double> interpreter = new NestInterpreter<>(arithmetic);
        List<List<Double>> values = new ArrayList<>();
        for (Node node : program.nodes()) {
            List<Double> numbers = new ArrayList<>();
            if (node.op() instanceof Leaf) {
                for (double number : worked.trace().value(node.id()).toArray()) {
                    numbers.add(number);
                }
            } else {
                numbers.addAll(interpreter.run(
                        node.op().nests(program.operandShapes(node)),
                        node.inputs().stream().map(values::get).toList()));
            }
            for (int element = 0; element < numbers.size(); element++) {
                Place place = new Place(node.id(), element);
                if (asked.contains(place)) {
                    String text = round(number(numbers.get(element), place));
                    written.put(place, text);
                    numbers.set(element, Double.parseDouble(text));
                }
            }
            values.add(numbers);
        }
    }

    /** Where rounded numbers lead nowhere (the logarithm of a rounded 0), the student takes unrounded ones. */
    private double number(double computed, Place place) {
        double exact = worked.trace().get(place.node(), place.element());
        return (Double.isFinite(computed) ? computed : exact) * slips.getOrDefault(place, 1.0);
    }

    private String round(double value) {
        RoundingMode mode = chance.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.HALF_EVEN;
        if (decimals) {
            return new BigDecimal(value).setScale(digits, mode).toPlainString();
        }
        return value == 0
                ? "0"
                : new BigDecimal(value).round(new MathContext(digits, mode)).toString();
    }
}

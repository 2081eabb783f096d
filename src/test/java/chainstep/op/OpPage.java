package chainstep.op;

import chainstep.explain.Explainer;
import chainstep.explain.Form;
import chainstep.grad.Gradient;
import chainstep.graph.Fixed;
import chainstep.graph.Leaf;
import chainstep.graph.Op;
import chainstep.graph.Program;
import chainstep.graph.ProgramBuilder;
import chainstep.math.Shape;
import chainstep.math.Tensor;
import chainstep.run.Evaluator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An operation's rules, its own and its derivatives', for each kind of operands that makes them differ. */
final class OpPage {
    private final List<String> lines = new ArrayList<>();
    private final ProgramBuilder builder = new ProgramBuilder();
    private final OpCase given;

    private OpPage(OpCase given) {
        this.given = given;
    }

    /** A paragraph for each way the operation is written: of numbers, vectors and matrices where it takes such. */
    static List<String> of(Op op) {
        Map<String, String> paragraphs = new LinkedHashMap<>();
        List<OpCase> cases = OpCase.shown(op);
        List<OpCase> flat = cases.stream().filter(OpPage::isFlat).toList();
        for (OpCase given : flat.isEmpty() ? cases : flat) {
            paragraphs.putIfAbsent(new OpPage(given).rules(), heading(given));
        }
        return paragraphs.entrySet().stream()
                .map(paragraph -> paragraph.getValue() + paragraph.getKey())
                .toList();
    }

    private static boolean isFlat(OpCase given) {
        return given.shapes().stream().allMatch(shape -> shape.rank() <= 2);
    }

    private static String heading(OpCase given) {
        String shapes = given.shapes().stream().map(OpPage::said).collect(Collectors.joining(", "));
        return given.op() + (shapes.isEmpty() ? "" : " of " + shapes) + "\n";
    }

    private static String said(Shape shape) {
        return shape.isScalar() ? "a number" : shape.toString();
    }

    private String rules() {
        List<Integer> operands = new ArrayList<>();
        for (int k = 0; k < given.shapes().size(); k++) {
            Tensor value = Tensor.of(given.shapes().get(k), given.values().get(k));
            operands.add(named(
                    builder.leaf(Leaf.Kind.PARAM, Fixed.of(value)), letters().get(k)));
        }
        int result = named(builder.apply(given.op(), operands.toArray(Integer[]::new)), "y");
        int loss = named(builder.apply(Sum.ALL, result), "E");
        Gradient.append(builder, loss, operands);
        Program program = builder.build();
        Evaluator evaluator = new Evaluator(program);
        Explainer explainer = new Explainer(evaluator.run(evaluator.start()), List.of(), Map.of(), Locale.ENGLISH);
        rule(explainer.step(result).rule());
        operands.forEach(operand -> program.gradient(loss, operand)
                .ifPresent(gradient -> rule(explainer.step(gradient).rule())));
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private int named(int id, String name) {
        builder.name(id, name);
        return id;
    }

    private void rule(Form rule) {
        lines.add(rule.plain());
        lines.add("    " + rule.latex());
    }

    private List<String> letters() {
        if (given.shapes().size() == 1) {
            return List.of("x");
        }
        return switch (given.op().name()) {
            case "conv2d" -> List.of("x", "w", "b");
            case "batch_norm", "layer_norm" -> List.of("x", "gamma", "beta");
            case "mse", "mae", "huber", "hinge", "bce", "bce_logits", "cross_entropy" -> List.of("o", "t");
            case "softmax_pullback" -> List.of("g", "p");
            case "norm_curvature" -> List.of("u", "g", "x", "gamma", "h");
            case "cross_entropy_curvature" -> List.of("u", "g", "x", "t");
            default -> given.op().name().contains("pullback") ? List.of("g", "x", "r") : List.of("a", "b", "c");
        };
    }
}

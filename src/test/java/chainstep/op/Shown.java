package chainstep.op;

import chainstep.math.Fn;
import java.util.ArrayList;
import java.util.List;

/** Reckons a formula of numbers as a reader with a calculator would: the text as it is printed. */
final class Shown {
    private static final String SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private int at;

    private Shown(String text) {
        this.text = text;
    }

    static double value(String formula) {
        Shown shown = new Shown(formula.replace(" ", ""));
        double value = shown.sum();
        if (shown.at < shown.text.length()) {
            throw new IllegalArgumentException("cannot read " + formula + " from " + shown.text.substring(shown.at));
        }
        return value;
    }

    private boolean skip(String sign) {
        boolean here = text.startsWith(sign, at);
        at += here ? sign.length() : 0;
        return here;
    }

    private double sum() {
        double sum = skip("−") ? -product() : product();
        while (true) {
            if (skip("+")) {
                sum += product();
            } else if (skip("−")) {
                sum -= product();
            } else {
                return sum;
            }
        }
    }

    private double product() {
        double product = power();
        while (true) {
            if (skip("·")) {
                product *= power();
            } else if (skip("/")) {
                product /= power();
            } else {
                return product;
            }
        }
    }

    private double power() {
        double base = atom();
        if (skip("^")) {
            return StrictMath.pow(base, atom());
        }
        boolean below = skip("⁻");
        int exponent = 0;
        boolean raised = false;
        while (at < text.length() && SUPERSCRIPT.indexOf(text.charAt(at)) >= 0) {
            exponent = 10 * exponent + SUPERSCRIPT.indexOf(text.charAt(at++));
            raised = true;
        }
        return raised ? StrictMath.pow(base, below ? -exponent : exponent) : base;
    }

    private double atom() {
        if (skip("(")) {
            return closed(sum(), ")");
        } else if (skip("|")) {
            return Math.abs(closed(sum(), "|"));
        } else if (skip("1{")) {
            return indicator();
        }
        int start = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || "√_".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at > start ? function(text.substring(start, at)) : number();
    }

    private double closed(double value, String sign) {
        if (!skip(sign)) {
            throw new IllegalArgumentException("no " + sign + " in " + text + " at " + at);
        }
        return value;
    }

    private double indicator() {
        double left = sum();
        return closed(compared(left) ? 1 : 0, "}");
    }

    private boolean compared(double left) {
        if (skip("<")) {
            return left < sum();
        } else if (skip("≠")) {
            return left != sum();
        }
        return skip(">") ? left > sum() : skip("≥") ? left >= sum() : skip("≤") ? left <= sum() : equal(left);
    }

    private boolean equal(double left) {
        closed(0, "=");
        return left == sum();
    }

    private double number() {
        int start = at;
        while (at < text.length() && "0123456789.e".indexOf(text.charAt(at)) >= 0) {
            at++;
            boolean exponent = text.charAt(at - 1) == 'e' && at < text.length() && "-−".indexOf(text.charAt(at)) >= 0;
            at += exponent ? 1 : 0;
        }
        if (start == at) {
            throw new IllegalArgumentException("no number in " + text + " at " + at);
        }
        return Double.parseDouble(text.substring(start, at).replace('−', '-'));
    }

    private double function(String name) {
        closed(0, "(");
        List<Double> of = new ArrayList<>(List.of(sum()));
        while (skip(",")) {
            of.add(sum());
        }
        closed(0, ")");
        double x = of.get(0);
        return switch (name) {
            case "√" -> StrictMath.sqrt(x);
            case "ln" -> StrictMath.log(x);
            case "σ" -> Fn.SIGMOID.at(x);
            case "max", "maximum" -> of.stream().mapToDouble(d -> d).max().orElseThrow();
            case "min", "minimum" -> of.stream().mapToDouble(d -> d).min().orElseThrow();
            case "ReLU" -> Math.max(0, x);
            case "step" -> x > 0 ? 1 : 0;
            case "and" -> x != 0 && of.get(1) != 0 ? 1 : 0;
            case "or" -> x != 0 || of.get(1) != 0 ? 1 : 0;
            case "not" -> x == 0 ? 1 : 0;
            case "is_finite" -> 1;
            default -> Fn.valueOf(name.toUpperCase(java.util.Locale.ROOT)).at(x);
        };
    }
}

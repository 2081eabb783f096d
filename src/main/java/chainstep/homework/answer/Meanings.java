package chainstep.homework.answer;

import chainstep.lang.Model;
import chainstep.lang.Quantity;
import chainstep.lang.SourceError;
import chainstep.lang.Syntax;
import chainstep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a quantity names, so that {@code grad(h)[0]}, {@code grad(h[0])} and {@code grad(h_first)} are one. */
final class Meanings {
    private final Model model;
    private final BaseNames names;

    Meanings(Model model) {
        this.model = model;
        this.names = new BaseNames(model);
    }

    /** What a quantity names; empty for an expression over several, or anything else that has no name. */
    Optional<Meant> of(Quantity quantity) {
        return of(quantity.expression());
    }

    Optional<Meant> of(Syntax.Expression written) {
        if (written instanceof Syntax.Name name) {
            return names.exact(name.text());
        } else if (written instanceof Syntax.Part part) {
            return names.exact(part.text());
        } else if (written instanceof Syntax.Index index) {
            return of(index.base()).flatMap(base -> picked(base, index.items()));
        }
        return written instanceof Syntax.Call call ? called(call) : Optional.empty();
    }

    private Optional<Meant> called(Syntax.Call call) {
        Optional<Meant> first = argument(call, 0, "value");
        return switch (call.name()) {
            case "grad" -> gradient(call, first);
            case "new" -> only(call, first).map(value -> value.as(Meant.Kind.UPDATED));
            case "after" -> only(call, first).map(value -> value.as(Meant.Kind.AFTER));
            case "local" -> local(argument(call, 0, "of"), argument(call, 1, "by"));
            default -> Optional.empty();
        };
    }

    private Optional<Meant> only(Syntax.Call call, Optional<Meant> value) {
        return call.positional().size() + call.named().size() == 1 ? value : Optional.empty();
    }

    private Optional<Meant> gradient(Syntax.Call call, Optional<Meant> value) {
        Optional<Meant> by = value.map(plain -> plain.as(Meant.Kind.GRADIENT));
        if (call.positional().size() + call.named().size() == 1) {
            return by;
        }
        return argument(call, 1, "of").flatMap(of -> by.map(gradient -> isLoss(of) ? gradient : gradient.of(of)));
    }

    private boolean isLoss(Meant of) {
        return model.program().loss().orElse(-1) == of.node() && shape(of).size() == 1;
    }

    private static Optional<Meant> local(Optional<Meant> of, Optional<Meant> by) {
        return of.flatMap(what -> by.map(value -> value.as(Meant.Kind.LOCAL).of(what)));
    }

    private Optional<Meant> argument(Syntax.Call call, int place, String name) {
        Optional<Syntax.Expression> written = place < call.positional().size()
                ? Optional.of(call.positional().get(place))
                : call.named().stream()
                        .filter(named -> named.name().equals(name))
                        .map(Syntax.Named::value)
                        .findFirst();
        return written.flatMap(this::of).filter(plain -> plain.kind() == Meant.Kind.VALUE);
    }

    private Shape shape(Meant meant) {
        return model.program().node(meant.node()).shape();
    }

    private Optional<Meant> picked(Meant base, List<Syntax.Item> items) {
        Optional<List<Integer>> numbers = numbers(items);
        if (numbers.isEmpty()) {
            return Optional.empty();
        } else if (base.kind() == Meant.Kind.LOCAL) {
            return ofLocal(base, numbers.get());
        }
        return place(base, numbers.get()).filter(found -> base.of().isEmpty());
    }

    /** An element of a local derivative: its own, where each depends on the one in its place; a row and a column of a Jacobian. */
    private Optional<Meant> ofLocal(Meant base, List<Integer> numbers) {
        Meant of = base.of().orElseThrow();
        if (!of.index().isEmpty() || !base.index().isEmpty()) {
            return Optional.empty();
        } else if (!isJacobian(base)) {
            return place(of, numbers).flatMap(what -> place(base, numbers).map(by -> by.of(what)));
        } else if (numbers.size() != 2) {
            return Optional.empty();
        }
        return element(of, numbers.get(0))
                .flatMap(what -> element(base, numbers.get(1)).map(by -> by.of(what)));
    }

    private boolean isJacobian(Meant local) {
        String text = local.text(model);
        try {
            return !model.quantity(text).shape(model).equals(shape(local));
        } catch (SourceError none) {
            return true;
        }
    }

    private Optional<Meant> element(Meant whole, int number) {
        Shape shape = shape(whole);
        return number >= 0 && number < shape.size()
                ? Optional.of(whole.at(Meant.elements(shape).get(number)))
                : Optional.empty();
    }

    private Optional<Meant> place(Meant base, List<Integer> numbers) {
        Shape shape = shape(base);
        List<Integer> index = new ArrayList<>(base.index());
        for (int number : numbers) {
            int extent = index.size() < shape.rank() ? shape.dim(index.size()) : 0;
            if (number >= extent || number < -extent) {
                return Optional.empty();
            }
            index.add(number < 0 ? number + extent : number);
        }
        return Optional.of(base.at(index));
    }

    private static Optional<List<Integer>> numbers(List<Syntax.Item> items) {
        List<Integer> numbers = new ArrayList<>();
        for (Syntax.Item item : items) {
            Optional<Integer> number = item instanceof Syntax.At at ? number(at.place()) : Optional.empty();
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return Optional.of(numbers);
    }

    private static Optional<Integer> number(Syntax.Expression written) {
        if (written instanceof Syntax.Unary minus && minus.operator() == Syntax.Operator.MINUS) {
            return number(minus.operand()).map(number -> -number);
        }
        return written instanceof Syntax.Number number && number.text().matches("\\d{1,8}")
                ? Optional.of(Integer.parseInt(number.text()))
                : Optional.empty();
    }
}

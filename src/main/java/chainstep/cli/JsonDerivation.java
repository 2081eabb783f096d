package chainstep.cli;

import chainstep.explain.Derivation;
import chainstep.explain.Form;
import chainstep.graph.Node;
import chainstep.graph.Role;
import chainstep.math.Tensor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A derivation as JSON: an array with an object for each iteration, its steps in the order they are computed.
 *
 * <p>Numbers are float64, written so that reading gives the same ones; NaN and infinities are the strings {@code "NaN"}, {@code
 * "Infinity"}, {@code "-Infinity"}.
 */
final class JsonDerivation implements DerivationWriter {
    private final Reports reports;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private boolean begun;

    JsonDerivation(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void begin(Outlet outlet) {
        // nothing is printed before the first iteration is known
    }

    @Override
    public void add(long iteration, Outlet outlet) {
        Iterator<Derivation> steps = reports.of(iteration).each();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", reports.model().source().name());
        reports.model().title().ifPresent(title -> object.put("title", title));
        if (!reports.model().notes().isEmpty()) {
            object.put("notes", reports.model().notes());
        }
        object.put("iteration", iteration);
        object.put("depth", lower(reports.detail()));
        object.put("steps", told(steps, outlet));
        outlet.print(begun ? ",\n" : "[\n");
        mapper.writeValue(new JsonText(outlet), object);
        begun = true;
    }

    /** Step after step, as long as anyone reads. */
    private Iterator<Map<String, Object>> told(Iterator<Derivation> steps, Outlet outlet) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return steps.hasNext() && outlet.take("");
            }

            @Override
            public Map<String, Object> next() {
                return step(steps.next());
            }
        };
    }

    @Override
    public void end(Outlet outlet) {
        outlet.print(begun ? "\n]\n" : "[]\n");
    }

    private Map<String, Object> step(Derivation step) {
        Node node = reports.model().program().node(step.node());
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("phase", lower(step.phase()));
        object.put("line", step.line());
        object.put("node", step.node());
        object.put("name", node.name());
        object.put("operation", node.op().name());
        object.put("inputs", node.inputs());
        object.put("role", role(node.role()));
        if (step.element() >= 0) {
            object.put("element", node.shape().index(step.element()));
        }
        put(object, "title", step.title());
        put(object, "question", step.question());
        put(object, "rule", step.rule());
        put(object, "because", step.because());
        put(object, "numbers", step.numbers());
        put(object, "ledger", step.ledger());
        object.put("notes", step.notes().stream().map(JsonDerivation::form).toList());
        object.put("value", value(step.value()));
        put(object, "shown", step.shown());
        return object;
    }

    /** What the node is for; other nodes are told by their numbers. */
    private static Map<String, Object> role(Role role) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", role.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (role instanceof Role.Seed seed) {
            told.put("of", seed.of());
        } else if (role instanceof Role.Term term) {
            told.put("of", term.of());
            told.put("by", term.wrt());
            told.put("through", term.through());
            told.put("operand", term.operand());
        } else if (role instanceof Role.Total total) {
            told.put("of", total.of());
            told.put("by", total.wrt());
        } else if (role instanceof Role.Update update) {
            told.put("param", update.param());
            told.put("part", update.part());
        }
        return told;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> object, String key, Form form) {
        if (!form.isEmpty()) {
            object.put(key, form(form));
        }
    }

    private static Map<String, Object> form(Form form) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("plain", form.plain());
        both.put("latex", form.latex());
        return both;
    }

    private static Map<String, Object> value(Tensor tensor) {
        List<Object> numbers = Arrays.stream(tensor.toArray())
                .mapToObj(number -> Double.isFinite(number) ? (Object) number : String.valueOf(number))
                .toList();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("shape", tensor.shape().dims());
        value.put("numbers", numbers);
        return value;
    }
}

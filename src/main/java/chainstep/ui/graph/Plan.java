package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a network is drawn, of several ways: what boxes look like, whether its end turns down, in how many rows it is. */
record Plan(Form form, Tail tail, Rows rows) {
    static final Plan PLAIN = new Plan(Form.NARROW, Tail.NONE, Rows.ONE);

    private static final double TURN = 0.02;
    private static final double ROW = 0.02;
    private static final double RETURN = 0.008;

    /** Those worth being tried, the plainest first. */
    static List<Plan> all(Scheme scheme) {
        List<Plan> all = new ArrayList<>();
        for (Form form : Form.values()) {
            Tail.all(scheme).forEach(tail -> all.add(new Plan(form, tail, Rows.ONE)));
            Rows.all(scheme).forEach(rows -> all.add(new Plan(form, Tail.NONE, rows)));
        }
        all.sort(Comparator.comparingDouble(Plan::cost));
        return all;
    }

    /** In one row that does not turn. */
    boolean isPlain() {
        return rows.count() == 1 && tail.boxes().isEmpty();
    }

    Plan in(Form other) {
        return new Plan(other, tail, rows);
    }

    Plan in(Rows other) {
        return new Plan(form, tail, other);
    }

    /** How much larger a drawing must be seen to be worth it. */
    double cost() {
        return form.cost() + TURN * tail.boxes().size() + ROW * (rows.count() - 1) + RETURN * rows.returns();
    }
}

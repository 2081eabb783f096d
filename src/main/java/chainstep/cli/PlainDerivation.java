package chainstep.cli;

import chainstep.explain.Report;
import java.util.ArrayList;
import java.util.List;

/** A derivation as plain text under the file's title and notes; with a heading over each iteration where there are several. */
record PlainDerivation(Reports reports, Console console, boolean headed) implements DerivationWriter {
    @Override
    public void begin(Outlet outlet) {
        List<String> head = new ArrayList<>(reports.model().title().stream().toList());
        head.addAll(reports.model().notes());
        if (!head.isEmpty()) {
            outlet.print(String.join("\n", head) + "\n\n");
        }
    }

    @Override
    public void add(long iteration, Outlet outlet) {
        if (headed) {
            outlet.print(console.say("step.heading", iteration) + "\n\n");
        }
        Report report = reports.of(iteration);
        if (report.isEmpty()) {
            outlet.print(console.say("step.nothing") + "\n");
        }
        report.text(outlet::take);
        if (headed) {
            outlet.print("\n");
        }
    }
}

package chainstep.cli;

/** A derivation as plain text; with a heading over each iteration where there are several. */
record PlainDerivation(Reports reports, Console console, boolean headed) implements DerivationWriter {
    @Override
    public void begin(Outlet outlet) {
        reports.model().title().ifPresent(title -> outlet.print(title + "\n\n"));
    }

    @Override
    public void add(long iteration, Outlet outlet) {
        if (headed) {
            outlet.print(console.say("step.heading", iteration) + "\n\n");
        }
        reports.of(iteration).text(outlet::take);
        if (headed) {
            outlet.print("\n");
        }
    }
}

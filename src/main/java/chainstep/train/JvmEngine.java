package chainstep.train;

import chainstep.compile.Compiled;
import chainstep.compile.Precision;
import chainstep.graph.Program;
import chainstep.run.Snapshot;
import java.util.List;

/** The program's loops compiled to Java, many updates in one call. */
public final class JvmEngine implements Engine {
    private final Precision precision;

    public JvmEngine(Precision precision) {
        this.precision = precision;
    }

    @Override
    public String name() {
        return precision == Precision.FLOAT64 ? "jvm" : "jvm32";
    }

    @Override
    public Session open(Program program, List<Integer> outputs, List<Integer> kept) {
        return new Running(Compiled.of(program, outputs, kept, precision));
    }

    private record Running(Compiled compiled) implements Session {
        @Override
        public void load(Snapshot from) {
            compiled.load(from);
        }

        @Override
        public Snapshot snapshot() {
            return compiled.snapshot();
        }

        @Override
        public double[][] run(int updates) {
            return compiled.run(updates);
        }

        @Override
        public double[] kept(int index) {
            return compiled.kept(index);
        }
    }
}

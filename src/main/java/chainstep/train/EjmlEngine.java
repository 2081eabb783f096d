package chainstep.train;

import chainstep.graph.Program;
import chainstep.run.Evaluator;
import chainstep.run.Snapshot;
import chainstep.run.Trace;
import java.util.List;

/** The reference: the program node by node in float64, as the debugger runs it, to the bit. */
public final class EjmlEngine implements Engine {
    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public Session open(Program program, List<Integer> outputs, List<Integer> kept) {
        return new Running(new Evaluator(program), outputs, kept);
    }

    private static final class Running implements Session {
        private final Evaluator evaluator;
        private final List<Integer> outputs;
        private final List<Integer> kept;
        private final Trace trace;
        private Snapshot state;

        Running(Evaluator evaluator, List<Integer> outputs, List<Integer> kept) {
            this.evaluator = evaluator;
            this.outputs = List.copyOf(outputs);
            this.kept = List.copyOf(kept);
            this.trace = evaluator.newTrace();
            this.state = evaluator.start();
        }

        @Override
        public void load(Snapshot from) {
            state = from;
        }

        @Override
        public Snapshot snapshot() {
            return state;
        }

        @Override
        public double[][] run(int updates) {
            double[][] told = new double[outputs.size()][updates];
            for (int k = 0; k < updates; k++) {
                if (k == 0) {
                    evaluator.run(state, trace);
                } else {
                    evaluator.advance(trace);
                }
                for (int output = 0; output < told.length; output++) {
                    told[output][k] = trace.get(outputs.get(output), 0);
                }
            }
            state = updates == 0 ? state : evaluator.after(trace);
            return told;
        }

        @Override
        public double[] kept(int index) {
            return trace.value(kept.get(index)).toArray();
        }
    }
}

package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.op.Elementwise;

/** A formula on each element where the right rule has another: what a student computed instead. */
record Bent(int arity, Formula body) implements Elementwise {
    @Override
    public String name() {
        return "bent";
    }
}

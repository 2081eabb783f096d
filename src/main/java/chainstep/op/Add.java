package chainstep.op;

import chainstep.graph.Formula;

/** a + b, number by number. */
public record Add() implements Elementwise {
    @Override
    public String name() {
        return "add";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Formula body() {
        return Formula.add(Formula.input(0), Formula.input(1));
    }
}

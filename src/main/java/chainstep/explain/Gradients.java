package chainstep.explain;

import chainstep.run.Trace;

/** The gradients of a program: their numbers, and how they are called; of an array, the gradient of the sum of its elements. */
record Gradients(Trace trace, NamedSymbols<Block> plain, NamedSymbols<String> latex) {
    /** One element of ∂of/∂by; 0 where the program finds no way. */
    double value(int of, int by, int element) {
        if (of == by) {
            return 1;
        }
        var found = trace.program().gradient(of, by);
        return found.isPresent() ? trace.get(found.getAsInt(), element) : 0;
    }

    /** The gradient by one element, as it stands in a derivation. */
    Form name(int of, int by, int element) {
        var found = trace.program().gradient(of, by);
        if (found.isEmpty() || of == by) {
            return form(of, by, element);
        }
        int[] index = trace.program().node(found.getAsInt()).shape().index(element);
        return new Form(
                plain.element(found.getAsInt(), index).drawn().text(),
                latex.element(found.getAsInt(), index).drawn());
    }

    /** The gradient by one element, called by what it is, whether or not the program computes it. */
    Form form(int of, int by, int element) {
        int[] index = trace.program().node(by).shape().index(element);
        return new Form(plain.gradient(of, by, index).text(), latex.gradient(of, by, index));
    }

    /** What a gradient is the gradient of: Σ y of an array. */
    Form total(int of) {
        return new Form(plain.total(of).drawn().text(), latex.total(of).drawn());
    }
}

package chainstep.lang;

import chainstep.math.Shape;

/** Checks that an expectation has the shape of what it is about: written alike, or one number for an array of one. */
final class ExpectedShape {
    private ExpectedShape() {}

    static void check(Directive.Expect expect, Shape shape, Syntax value) {
        Shape written =
                Shape.of(expect.extents().stream().mapToInt(Integer::intValue).toArray());
        boolean single = shape.size() == 1 && written.size() == 1;
        if (!single && !shape.equals(written)) {
            throw SourceError.at(
                    expect.quantity().source(),
                    value.span(),
                    "expect.shape",
                    expect.quantity().text(),
                    shape,
                    written);
        }
    }
}

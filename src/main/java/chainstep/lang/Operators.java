package chainstep.lang;

import chainstep.graph.Op;
import chainstep.op.Add;
import chainstep.op.And;
import chainstep.op.Compare;
import chainstep.op.Divide;
import chainstep.op.MatMul;
import chainstep.op.Multiply;
import chainstep.op.Negate;
import chainstep.op.Not;
import chainstep.op.Or;
import chainstep.op.RaiseTo;
import chainstep.op.Subtract;

/** The operation behind each operator sign; minus is told apart by the number of its operands. */
final class Operators {
    private Operators() {}

    /** The operation of one operand. */
    static Op unary(Syntax.Operator operator) {
        return operator == Syntax.Operator.NOT ? new Not() : new Negate();
    }

    /** The operation of two operands. */
    static Op binary(Syntax.Operator operator) {
        return switch (operator) {
            case OR -> new Or();
            case AND -> new And();
            case NOT -> new Not();
            case LESS -> new Compare(Compare.Relation.LESS);
            case GREATER -> new Compare(Compare.Relation.GREATER);
            case AT_MOST -> new Compare(Compare.Relation.LESS_EQUAL);
            case AT_LEAST -> new Compare(Compare.Relation.GREATER_EQUAL);
            case EQUAL -> new Compare(Compare.Relation.EQUAL);
            case UNEQUAL -> new Compare(Compare.Relation.NOT_EQUAL);
            case PLUS -> new Add();
            case MINUS -> new Subtract();
            case TIMES, DOT -> new Multiply();
            case OVER -> new Divide();
            case MATMUL -> MatMul.PLAIN;
            case POWER -> new RaiseTo();
        };
    }
}

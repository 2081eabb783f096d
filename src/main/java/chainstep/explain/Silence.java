package chainstep.explain;

/**
 * The operation at which an edge gave out: its local derivative is 0.
 *
 * @param node the operation
 * @param operand through which operand
 * @param element the operand's element
 * @param output the result's element
 */
record Silence(int node, int operand, int element, int output) {}

package chainstep.homework.mark;

/**
 * One number of one answer.
 *
 * @param question its number in the assignment
 * @param index which number of the answer, row-major
 * @param node where in the {@link Web} it lives
 * @param element of that node
 */
record Item(int question, int index, int node, int element, Stated stated) {
    /** The same number, standing for all that rounds to it. */
    Item widened() {
        return stated.isBlunt() ? new Item(question, index, node, element, stated.widened()) : this;
    }
}

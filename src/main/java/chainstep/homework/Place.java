package chainstep.homework;

/**
 * Where a number of an answer lives in the program.
 *
 * @param element row-major
 */
public record Place(int node, int element) {}

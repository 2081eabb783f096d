package chainstep.homework.mistake;

import chainstep.graph.Formula;

/**
 * An activation on the way back, be it one operation or spelled out: the gradient of z from that of a = f(z).
 *
 * @param site the node of ∂E/∂z
 * @param upstream the node of ∂E/∂a
 * @param function f, of {@code Formula.input(0)}
 * @param spelled whether f is spelled out in several operations
 */
public record Bend(int site, int upstream, int z, int a, Formula function, boolean spelled) {}

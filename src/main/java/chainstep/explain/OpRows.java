package chainstep.explain;

import chainstep.graph.Program;
import java.util.List;

/** The formulas of depth <em>operation</em>: one for each node, but for gradients that only pass through. */
final class OpRows {
    private final Page page;

    OpRows(Page page) {
        this.page = page;
    }

    List<Row> rows() {
        Program program = page.program();
        Copies copies = new Copies(program, page.names());
        Composition composition = new Composition(program, page.magnitudes(), copies::isSpoken);
        return program.nodes().stream()
                .filter(node -> !node.isLeaf() && copies.isSpoken(node.id()))
                .map(node -> new Row(
                        node.phase(),
                        node.origin().line(),
                        List.of(node.id()),
                        composition.of(node.id()),
                        page.trace().value(node.id())))
                .toList();
    }
}

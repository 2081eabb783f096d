package chainstep.explain;

import chainstep.graph.BrokenOff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Plain text in a box of one or more lines, as a matrix takes; boxes are set side by side on their middle lines. */
record Block(List<String> lines) {
    Block {
        lines = List.copyOf(lines);
    }

    static Block of(String line) {
        return new Block(List.of(line));
    }

    int height() {
        return lines.size();
    }

    int width() {
        return lines.stream().mapToInt(Width::of).max().orElse(0);
    }

    /** The line that stands level with an operator. */
    private int middle() {
        return height() / 2;
    }

    Block then(Block right) {
        BrokenOff.check();
        int above = Math.max(middle(), right.middle());
        int below = Math.max(height() - middle(), right.height() - right.middle());
        List<String> left = padded(above, below);
        List<String> other = right.padded(above, below);
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            joined.add(Width.pad(left.get(i), width()) + other.get(i));
        }
        return new Block(joined);
    }

    Block then(String right) {
        return then(of(right));
    }

    private List<String> padded(int above, int below) {
        List<String> padded = new ArrayList<>(Collections.nCopies(above - middle(), ""));
        padded.addAll(lines);
        padded.addAll(Collections.nCopies(above + below - padded.size(), ""));
        return padded;
    }

    static Block sequence(List<Block> parts) {
        return parts.stream().reduce(Block::then).orElse(of(""));
    }

    /** Its text, the ends of the lines trimmed. */
    String text() {
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}

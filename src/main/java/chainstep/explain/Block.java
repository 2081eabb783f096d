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
        return sequence(List.of(this, right));
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
        int above = parts.stream().mapToInt(Block::middle).max().orElse(0);
        int below = parts.stream()
                .mapToInt(part -> part.height() - part.middle())
                .max()
                .orElse(1);
        List<StringBuilder> joined = new ArrayList<>();
        for (int i = 0; i < above + below; i++) {
            joined.add(new StringBuilder());
        }
        for (int k = 0; k < parts.size(); k++) {
            BrokenOff.check();
            List<String> lines = parts.get(k).padded(above, below);
            int width = k == parts.size() - 1 ? 0 : parts.get(k).width();
            for (int i = 0; i < lines.size(); i++) {
                joined.get(i).append(Width.pad(lines.get(i), width));
            }
        }
        return new Block(joined.stream().map(StringBuilder::toString).toList());
    }

    /** Its text, the ends of the lines trimmed. */
    String text() {
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}

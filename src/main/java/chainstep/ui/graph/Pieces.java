package chainstep.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** A drawing cut between its boxes, line by line, so that each piece fits a page and can be read there. */
final class Pieces {
    private final double widest;
    private final double highest;

    private Pieces(double widest, double highest) {
        this.widest = widest;
        this.highest = highest;
    }

    /**
     * The pieces, as they are read; none where boxes lie so that no cut goes between them.
     *
     * @param boxes what no cut may go through
     * @param widest a piece may be
     * @param highest a piece may be
     */
    static List<Spot> of(Spot all, List<Spot> boxes, double widest, double highest) {
        return new Pieces(widest, highest).cut(all, boxes).orElse(List.of());
    }

    /** Line by line where that can be, else as it can. */
    private Optional<List<Spot>> cut(Spot piece, List<Spot> within) {
        List<Spot> boxes = within.stream().filter(piece::touches).toList();
        if (boxes.isEmpty()) {
            return Optional.of(List.of());
        } else if (piece.width() <= widest && piece.height() <= highest) {
            return Optional.of(List.of(piece));
        }
        return down(piece, boxes)
                .flatMap(halves -> each(halves, boxes))
                .or(() -> across(piece, boxes).flatMap(halves -> each(halves, boxes)));
    }

    private Optional<List<Spot>> each(List<Spot> halves, List<Spot> boxes) {
        List<Optional<List<Spot>>> cut =
                halves.stream().map(half -> cut(half, boxes)).toList();
        return cut.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        cut.stream().flatMap(one -> one.orElseThrow().stream()).toList())
                : Optional.empty();
    }

    private Optional<List<Spot>> across(Spot piece, List<Spot> boxes) {
        return gap(boxes.stream().map(box -> new Span(box.x(), box.right())), piece.x(), piece.right(), widest)
                .map(x -> List.of(
                        new Spot(piece.x(), piece.y(), x - piece.x(), piece.height()),
                        new Spot(x, piece.y(), piece.right() - x, piece.height())));
    }

    private Optional<List<Spot>> down(Spot piece, List<Spot> boxes) {
        return gap(boxes.stream().map(box -> new Span(box.y(), box.bottom())), piece.y(), piece.bottom(), highest)
                .map(y -> List.of(
                        new Spot(piece.x(), piece.y(), piece.width(), y - piece.y()),
                        new Spot(piece.x(), y, piece.width(), piece.bottom() - y)));
    }

    private record Span(double from, double to) {}

    /** The middle of a gap: that makes the first of few even pieces, or is nearest to it. */
    private static Optional<Double> gap(Stream<Span> boxes, double from, double to, double longest) {
        double even = from + (to - from) / Math.max(2, Math.ceil((to - from) / longest));
        DoubleUnaryOperator off = at -> Math.abs(at - even) + (at - from > longest ? longest : 0);
        return gaps(boxes.sorted(Comparator.comparingDouble(Span::from)).toList()).stream()
                .min(Comparator.comparingDouble(off::applyAsDouble));
    }

    /** The middles of what no box covers. */
    private static List<Double> gaps(List<Span> boxes) {
        List<Double> gaps = new ArrayList<>();
        double covered = boxes.get(0).to();
        for (Span box : boxes) {
            if (box.from() > covered) {
                gaps.add((covered + box.from()) / 2);
            }
            covered = Math.max(covered, box.to());
        }
        return gaps;
    }
}

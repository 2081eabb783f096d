package chainstep.homework.mistake;

import chainstep.graph.Formula;
import chainstep.graph.Node;
import chainstep.math.Rational;
import chainstep.op.LeakyRelu;
import java.util.Optional;
import java.util.stream.Stream;

/** A leaky ReLU with another slope below zero than the one given: 0.01 for 0.1, or the reverse; forward, backward or both. */
final class OtherSlope implements Mistake {
    private static final Rational TEN = Rational.of(10);
    private static final Formula X = Formula.input(0);
    private static final Formula G = Formula.input(1);
    private static final Formula POSITIVE = Formula.compare(Formula.Comparison.GREATER, X, Formula.ZERO);

    @Override
    public String code() {
        return "M21";
    }

    @Override
    public String words() {
        return "M21.slope";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Node node, Suspects into) {
        if (node.op() instanceof LeakyRelu given && ground.isForward(node)) {
            slopes(given)
                    .forEach(slope -> into.everywhere(
                            slope.toString(), node.id(), draft -> draft.instead(node, new LeakyRelu(slope))));
        }
        Optional<Link> link = ground.link(node).filter(one -> one.through().op() instanceof LeakyRelu);
        link.ifPresent(one -> slopes((LeakyRelu) one.through().op())
                .forEach(slope -> into.everywhere(
                        slope.toString(),
                        one.term().id(),
                        draft -> draft.bent(bent(slope), draft.at(one.by()), draft.at(one.upstream())),
                        one.by())));
    }

    /** Those that are usual, and the given one with its point shifted by a digit. */
    private static Stream<Rational> slopes(LeakyRelu given) {
        Rational slope = given.slope();
        return Stream.of(slope.multiply(TEN), slope.divide(TEN), Rational.parse("0.1"), Rational.parse("0.01"))
                .filter(other -> other.signum() != 0 && !other.equals(slope) && !other.equals(Rational.ONE))
                .distinct();
    }

    private static Formula bent(Rational slope) {
        return Formula.multiply(G, Formula.select(POSITIVE, Formula.ONE, Formula.constant(slope)));
    }
}

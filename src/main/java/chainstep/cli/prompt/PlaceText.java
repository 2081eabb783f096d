package chainstep.cli.prompt;

import chainstep.debug.Breakpoint;

/** Says what a breakpoint waits for. */
final class PlaceText {
    private final Session session;

    PlaceText(Session session) {
        this.session = session;
    }

    String text(Breakpoint.Place place) {
        if (place instanceof Breakpoint.OnLine line) {
            return session.say("place.line", line.line());
        } else if (place instanceof Breakpoint.OnLineWhen when) {
            return session.say("place.line.when", when.line(), when.condition().text());
        } else if (place instanceof Breakpoint.OnNode node) {
            return session.explainer().name(node.node()).plain();
        } else if (place instanceof Breakpoint.OnGradient gradient) {
            return session.say(
                    "place.gradient", session.explainer().name(gradient.node()).plain());
        } else if (place instanceof Breakpoint.Computed computed) {
            return computed.measure().text();
        } else if (place instanceof Breakpoint.When when) {
            return session.say("place.when", when.condition().text());
        }
        return session.say("place.finite");
    }
}

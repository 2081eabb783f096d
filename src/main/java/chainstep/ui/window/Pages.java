package chainstep.ui.window;

import chainstep.ui.Page;
import chainstep.ui.command.Commands;
import java.awt.CardLayout;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JPanel;

/** The pages, of which one is seen; its commands can be given. */
final class Pages extends JPanel {
    private final CardLayout cards = new CardLayout();
    private final transient Commands commands;
    private final transient List<Consumer<Page>> followers = new ArrayList<>();
    private Page page = Page.DEBUG;

    Pages(Map<Page, Component> all, Commands commands) {
        this.commands = commands;
        setLayout(cards);
        all.forEach((each, content) -> add(content, each.name()));
        cards.show(this, page.name());
    }

    /** Tells somebody of every page that is turned to. */
    void follow(Consumer<Page> follower) {
        followers.add(follower);
    }

    Page page() {
        return page;
    }

    void turn(Page next) {
        page = next;
        cards.show(this, next.name());
        commands.turn(next);
        List.copyOf(followers).forEach(follower -> follower.accept(next));
    }
}

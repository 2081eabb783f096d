package chainstep.ui.window;

import chainstep.ui.Page;
import chainstep.ui.command.Commands;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** The pages, of which one is seen, and made when it first is; its commands can be given. */
final class Pages extends JPanel {
    private final CardLayout cards = new CardLayout();
    private final transient Map<Page, Supplier<? extends JComponent>> unmade;
    private final transient Commands commands;
    private final transient List<Consumer<Page>> followers = new ArrayList<>();
    private Page page = Page.DEBUG;

    Pages(Map<Page, Supplier<? extends JComponent>> all, Commands commands) {
        this.commands = commands;
        this.unmade = new EnumMap<>(all);
        setLayout(cards);
        make(page);
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
        make(next);
        cards.show(this, next.name());
        commands.turn(next);
        List.copyOf(followers).forEach(follower -> follower.accept(next));
    }

    private void make(Page next) {
        Optional.ofNullable(unmade.remove(next)).map(Supplier::get).ifPresent(made -> {
            add(made, next.name());
            commands.free(made);
        });
    }
}

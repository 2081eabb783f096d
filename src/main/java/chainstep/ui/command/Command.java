package chainstep.ui.command;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Page;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.plaf.basic.ComboPopup;

/**
 * One thing a user can do: its words, its key, its icon, and whether it can be done now; shared by menu, toolbar, key and palette.
 *
 * <p>The words are {@code command.ID} and {@code command.ID.tip} in the bundle {@code ui}.
 */
public final class Command extends AbstractAction implements DebugView {
    private static final Set<String> SAID = Set.of(NAME, SHORT_DESCRIPTION, SELECTED_KEY);

    private final String id;
    private final transient Runnable deed;
    private final transient Predicate<DebugScene> possible;
    private final transient Predicate<DebugScene> on;
    private final boolean switched;
    private transient Optional<DebugScene> shown = Optional.empty();
    private transient Locale locale = Locale.ENGLISH;
    private transient Function<DebugScene, Optional<Phrase>> obstacle = scene -> Optional.empty();
    private transient Optional<Phrase> why = Optional.empty();
    private transient Runnable first = () -> {};
    private transient Set<Page> homes = EnumSet.allOf(Page.class);
    private Page page = Page.DEBUG;
    /** Whether nobody has asked since the last scene what is said of it. */
    private transient boolean behind;

    private String wording;

    private Command(
            String id, Runnable deed, Predicate<DebugScene> possible, Predicate<DebugScene> on, boolean switched) {
        this.id = id;
        this.deed = deed;
        this.possible = possible;
        this.on = on;
        this.switched = switched;
        this.wording = id;
        putValue(ACTION_COMMAND_KEY, id);
        Icons.of(id).ifPresent(icon -> putValue(SMALL_ICON, icon));
    }

    /** One that can always be done. */
    static Command always(String id, Runnable deed) {
        return new Command(id, deed, scene -> true, scene -> false, false);
    }

    /** One that needs a scene of a kind. */
    static Command when(Predicate<DebugScene> possible, String id, Runnable deed) {
        return new Command(id, deed, possible, scene -> false, false);
    }

    /** The same, shown as on or off. */
    Command on(Predicate<DebugScene> state) {
        return new Command(id, deed, possible, state, true).with(key());
    }

    /** The same, its tip saying why where it cannot be done. */
    Command unless(Function<DebugScene, Optional<Phrase>> reason) {
        obstacle = reason;
        return this;
    }

    /** The same, done after something else. */
    Command after(Runnable other) {
        first = other;
        return this;
    }

    Command with(Optional<KeyStroke> key) {
        key.ifPresent(stroke -> putValue(ACCELERATOR_KEY, stroke));
        return this;
    }

    /** The same, given on some pages alone. */
    Command at(Set<Page> pages) {
        homes = EnumSet.copyOf(pages);
        return this;
    }

    /** Another page is shown. */
    void turn(Page shownNow) {
        page = shownNow;
        shown.ifPresent(this::show);
    }

    /** Whether it may be given on the page that is shown. */
    boolean isHere() {
        return homes.contains(page);
    }

    /** The pages on which it may be given. */
    public Set<Page> homes() {
        return EnumSet.copyOf(homes);
    }

    public String id() {
        return id;
    }

    /** Whether it is shown as on or off. */
    public boolean isSwitch() {
        return switched;
    }

    /** Asked anew each time: what has the focus, or what can be taken back, changes without a new scene. */
    @Override
    public boolean isEnabled() {
        return isHere() && shown.map(possible::test).orElse(true);
    }

    public String name() {
        return (String) getValue(Action.NAME);
    }

    public Optional<KeyStroke> key() {
        return Optional.ofNullable((KeyStroke) getValue(ACCELERATOR_KEY));
    }

    /** Is said in other words from now on, those of another id: play becomes pause. */
    public void called(String other) {
        wording = other;
        Icons.of(other).ifPresent(icon -> putValue(SMALL_ICON, icon));
        say();
    }

    /** Where no button shows it, what is said of it is found out when somebody asks. */
    @Override
    public void show(DebugScene scene) {
        shown = Optional.of(scene);
        behind = true;
        if (getPropertyChangeListeners().length > 0) {
            catchUp();
        }
    }

    @Override
    public Object getValue(String key) {
        if (SAID.contains(key)) {
            catchUp();
        }
        return super.getValue(key);
    }

    private void catchUp() {
        if (behind) {
            behind = false;
            shown.ifPresent(this::tell);
        }
    }

    private void tell(DebugScene scene) {
        setEnabled(isEnabled());
        putValue(SELECTED_KEY, on.test(scene));
        Optional<Phrase> now = obstacle.apply(scene);
        if (getValue(NAME) == null || !locale.equals(scene.settings().locale()) || !why.equals(now)) {
            locale = scene.settings().locale();
            why = now;
            say();
        }
    }

    private void say() {
        Words words = Words.of("ui", locale);
        putValue(NAME, words.say("command." + wording));
        String tip = words.say("command." + wording + ".tip");
        String keyed = key().map(key -> tip + "  (" + Keys.told(key) + ")").orElse(tip);
        putValue(
                SHORT_DESCRIPTION,
                why.map(reason -> words.say("command.cannot", keyed, reason)).orElse(keyed));
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        if (isEnabled()) {
            closeList();
            first.run();
            deed.run();
        }
    }

    /** A list that hangs open from a box would go on offering what was before. */
    private static void closeList() {
        MenuSelectionManager open = MenuSelectionManager.defaultManager();
        if (Arrays.stream(open.getSelectedPath()).anyMatch(ComboPopup.class::isInstance)) {
            open.clearSelectedPath();
        }
    }
}

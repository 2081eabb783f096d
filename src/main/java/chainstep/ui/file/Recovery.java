package chainstep.ui.file;

import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Draft;
import chainstep.ui.Standing;
import chainstep.ui.Start;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.Timer;

/**
 * Unsaved work, and where the run stands, kept aside a moment after each change, so that both survive a crash.
 *
 * <p>Each running window keeps them in files of its own beside a locked one; those whose lock is free were left behind. Where the
 * run of a saved file stood is kept when a window is closed, too.
 */
public final class Recovery implements DebugView, AutoCloseable {
    private static final int AFTER_MS = 500;

    private final Path folder;
    private final FileChannel channel;
    private final Aside own;
    private final Aside last;
    private final Timer timer;
    private Draft latest = Draft.EMPTY;
    private Draft written = Draft.EMPTY;
    private Optional<Left> taken = Optional.empty();
    private Optional<Standing> standing = Optional.empty();
    private Optional<Standing> stood = Optional.empty();
    private boolean over;

    private Recovery(Path folder, Aside own, FileChannel channel) {
        this.folder = folder;
        this.own = own;
        this.last = new Aside(folder.resolve("last"));
        this.channel = channel;
        this.timer = new Timer(AFTER_MS, tick -> write());
        timer.setRepeats(false);
    }

    /** Begins to keep work aside in a folder. */
    public static Recovery in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Aside own = Aside.fresh(folder);
        FileChannel channel = FileChannel.open(own.lock(), StandardOpenOption.WRITE);
        channel.lock();
        return new Recovery(folder, own, channel);
    }

    /** Keeps nothing aside any more: the window is gone, whatever work it still had under way. */
    public void rest() {
        over = true;
        timer.stop();
    }

    @Override
    public void show(DebugScene scene) {
        if (over) {
            return;
        }
        Draft draft = scene.draft();
        boolean same = draft.text().equals(latest.text())
                && draft.file().equals(latest.file())
                && draft.isChanged() == latest.isChanged();
        latest = draft;
        standing = standing(scene);
        if (!same && draft.isChanged()) {
            timer.restart();
        } else if (!same) {
            settled();
        } else if (isWorthKeeping() && !standing.equals(stood) && !timer.isRunning()) {
            timer.start();
        }
    }

    /** The file holds the text: what was unsaved is let go of at once. */
    private void settled() {
        timer.stop();
        if (isWorthKeeping()) {
            write();
        } else {
            drop();
        }
    }

    /** Until recovered work can be run, it stands as it was left. */
    private Optional<Standing> standing(DebugScene scene) {
        return scene.sitting()
                .map(Standing::of)
                .or(() -> taken.filter(left -> left.isOf(latest)).flatMap(Left::standing));
    }

    /** Unsaved work is, and so is where the run of a file stands. */
    private boolean isWorthKeeping() {
        return latest.isChanged() || latest.file().isPresent() && standing.isPresent();
    }

    private void write() {
        try {
            own.write(latest, latest.isChanged(), standing);
            written = latest;
            stood = standing;
        } catch (IOException unwritable) {
            timer.stop();
        }
    }

    /** Whether the work as it stands is kept aside. */
    public boolean isKept() {
        return isWorthKeeping()
                && written.text().equals(latest.text())
                && written.isChanged() == latest.isChanged()
                && stood.equals(standing);
    }

    private void drop() {
        written = Draft.EMPTY;
        stood = Optional.empty();
        own.drop();
    }

    /** Unsaved work that a crash left: the text, and where its run stood where it could be run. */
    public record Left(Draft draft, Optional<Standing> standing) {
        /** Where it is taken up again. */
        public Start start() {
            return standing.isPresent() ? standing.get() : Start.BEGINNING;
        }

        private boolean isOf(Draft other) {
            return draft.saved().equals(other.saved()) && draft.file().equals(other.file());
        }

        /** What there is to say about it; a text with nothing in it stands nowhere. */
        public Phrase told() {
            return standing.filter(kept -> !draft.text().isBlank())
                    .map(Left::told)
                    .orElse(Phrase.of("ui", "file.recovered"));
        }

        private static Phrase told(Standing kept) {
            return Phrase.of(
                    "ui",
                    "file.recovered.run",
                    kept.iteration(),
                    kept.index() + 1,
                    kept.breakpoints().size(),
                    kept.watches().size());
        }
    }

    /**
     * The latest unsaved work left behind by a window that crashed; it is taken away from there once it is here.
     *
     * @param file only work on this one, where it is given
     */
    public Optional<Left> leftBehind(Optional<Path> file) {
        List<Aside> all = abandoned();
        all.stream().filter(left -> !left.isUnsaved() && !left.isSaved()).forEach(Aside::remove);
        taken = all.stream()
                .filter(Aside::isUnsaved)
                .filter(left -> file.isEmpty() || left.isOn(file.get()))
                .max(Comparator.comparing(Aside::modified))
                .flatMap(this::take);
        return taken;
    }

    /** Whether a window that crashed left unsaved work behind, which waits to be taken. */
    public boolean hasMore() {
        return abandoned().stream().anyMatch(Aside::isUnsaved);
    }

    /** Where the run of a saved file stood last: when a window crashed, else when one was closed. */
    public Optional<Stood> stood(Path file) {
        List<Aside> crashed = abandoned().stream()
                .filter(left -> left.isSaved() && left.isOn(file))
                .toList();
        Optional<Stood> found = Stream.concat(crashed.stream(), Stream.of(last))
                .filter(left -> left.isSaved() && left.isOn(file))
                .max(Comparator.comparing(Aside::modified))
                .flatMap(this::read);
        crashed.forEach(Aside::remove);
        return found;
    }

    private Optional<Stood> read(Aside left) {
        try {
            String text = left.text();
            boolean crashed = !left.equals(last);
            return left.standing().map(kept -> new Stood(text, crashed ? kept : kept.rested(), crashed));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What windows that are gone left. */
    private List<Aside> abandoned() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Aside::isLock)
                    .map(Aside::of)
                    .filter(left -> !left.equals(own) && left.isFree())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Kept by this window before it is let go of there, so that no crash in between loses it. */
    private Optional<Left> take(Aside work) {
        try {
            String text = work.text();
            Optional<String> place = work.place();
            Draft draft = place.isEmpty()
                    ? begun(work, text).unkept()
                    : saved(Path.of(place.get())).edited(text);
            Optional<Standing> left = work.standing();
            own.write(draft, true, left);
            work.remove();
            return Optional.of(new Left(draft.sampled(left.map(Standing::sample).orElse(draft.sample())), left));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Draft begun(Aside work, String text) {
        return work.origin().map(origin -> Draft.from(Path.of(origin), text)).orElseGet(() -> Draft.unsaved(text));
    }

    private static Draft saved(Path file) throws IOException {
        return Draft.of(file, Files.exists(file) ? Files.readString(file) : "");
    }

    /** Ends with nothing worth keeping, but where the run of a file stands. */
    @Override
    public void close() throws IOException {
        timer.stop();
        drop();
        channel.close();
        own.remove();
        if (latest.file().isPresent() && standing.isPresent()) {
            last.write(latest, false, standing);
        }
    }
}

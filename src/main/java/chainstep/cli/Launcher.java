package chainstep.cli;

/** What the launcher, which starts the jar, says of the process. */
public final class Launcher {
    private Launcher() {}

    /** Whether it keeps Java's compilers from the cores for the time of a start: without that none is free for anything else. */
    public static boolean sparesCores() {
        return Boolean.getBoolean("chainstep.ahead");
    }
}

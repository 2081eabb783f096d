package chainstep;

/** The door: chooses a face for the command line it was given, and alone ends the process. */
public final class App {
    private App() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}

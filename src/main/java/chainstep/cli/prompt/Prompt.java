package chainstep.cli.prompt;

import chainstep.lang.Model;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Runs a session: line by line from a script, or at a terminal with editing, history and completion. */
public final class Prompt {
    private static final String SIGN = "(chainstep) ";

    private final Model model;
    private final Locale locale;

    public Prompt(Model model, Locale locale) {
        this.model = model;
        this.locale = locale;
    }

    /**
     * Carries out the commands of a script, one a line, until its end or {@code quit}.
     *
     * @param echo whether each is printed, behind the prompt's sign, before its answer
     * @return whether all could be carried out
     */
    public boolean script(InputStream commands, PrintWriter out, boolean echo) throws IOException {
        Session session = new Session(model, out, locale, false);
        BufferedReader lines = new BufferedReader(new InputStreamReader(commands, StandardCharsets.UTF_8));
        session.begin();
        for (String line = lines.readLine(); line != null && !session.hasEnded(); line = lines.readLine()) {
            if (echo) {
                session.print((SIGN + line).strip());
            }
            session.execute(line);
        }
        out.flush();
        return !session.wasTroubled();
    }

    /** Talks to a person at a terminal; Ctrl-C breaks off a long run, Ctrl-D leaves. */
    public void talk() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            Session session = new Session(model, terminal.writer(), locale, true);
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("chainstep")
                    .completer(new NameCompleter(session))
                    .build();
            Thread worker = Thread.currentThread();
            terminal.handle(Terminal.Signal.INT, signal -> worker.interrupt());
            session.print(session.say("welcome"));
            session.begin();
            while (!session.hasEnded()) {
                Thread.interrupted();
                terminal.writer().flush();
                if (!converse(session, reader)) {
                    return;
                }
            }
        }
    }

    private static boolean converse(Session session, LineReader reader) {
        try {
            session.execute(reader.readLine(SIGN));
            return true;
        } catch (UserInterruptException e) {
            return true;
        } catch (EndOfFileException e) {
            return false;
        }
    }
}

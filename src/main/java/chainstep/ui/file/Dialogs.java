package chainstep.ui.file;

import chainstep.words.Words;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks in dialogs over a window. */
public final class Dialogs implements Asking {
    private static final String SUFFIX = ".chain";

    private final Component over;
    private Optional<Path> folder = Optional.empty();

    public Dialogs(Component over) {
        this.over = over;
    }

    @Override
    public Answer unsaved(String name, Words words) {
        Object[] answers = {words.say("file.save"), words.say("file.discard"), words.say("file.cancel")};
        int chosen = JOptionPane.showOptionDialog(
                over,
                words.say("file.unsaved", name),
                words.say("file.unsaved.title"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                answers,
                answers[0]);
        return chosen == 0 ? Answer.SAVE : chosen == 1 ? Answer.DISCARD : Answer.CANCEL;
    }

    @Override
    public Optional<Path> open(Optional<Path> beside, Words words) {
        folder = beside.or(() -> folder);
        JFileChooser chooser = chooser(words);
        chooser.setName("file.open");
        return chosen(chooser, chooser.showOpenDialog(over));
    }

    @Override
    public Optional<Path> save(Optional<Path> beside, String suggested, Words words) {
        folder = beside.or(() -> folder);
        JFileChooser chooser = chooser(words);
        chooser.setName("file.save");
        chooser.setSelectedFile(folder.orElse(chooser.getCurrentDirectory().toPath())
                .resolve(suggested)
                .toFile());
        return chosen(chooser, chooser.showSaveDialog(over))
                .map(path -> suffixed(path, SUFFIX))
                .filter(path -> !Files.exists(path)
                        || mayReplace(
                                words.say("file.exists", path.getFileName()), words.say("command.save.as"), words));
    }

    @Override
    public Optional<Path> openSheet(Optional<Path> beside, Words words) {
        return open("sheet.open", beside, words, words.say("homework.file.kind"), "csv", "xlsx");
    }

    @Override
    public Optional<Path> openRoster(Optional<Path> beside, Words words) {
        return open("roster.open", beside, words, words.say("homework.file.kind.roster"), "csv", "txt", "tsv", "xlsx");
    }

    @Override
    public Optional<Path> openRows(Optional<Path> beside, Words words) {
        return open("rows.open", beside, words, words.say("train.predict.kind"), "csv");
    }

    private Optional<Path> open(String name, Optional<Path> beside, Words words, String kind, String... endings) {
        folder = beside.or(() -> folder);
        JFileChooser chooser = plain(words);
        chooser.setName(name);
        chooser.setFileFilter(new FileNameExtensionFilter(kind, endings));
        return chosen(chooser, chooser.showOpenDialog(over));
    }

    @Override
    public Optional<Path> openFolder(Optional<Path> beside, Words words) {
        return openFolder("folder.open", beside, words, "homework.mark.which");
    }

    @Override
    public Optional<Path> openVariants(Optional<Path> beside, Words words) {
        return openFolder("variants.open", beside, words, "homework.mark.which.variants");
    }

    private Optional<Path> openFolder(String name, Optional<Path> beside, Words words, String title) {
        folder = beside.or(() -> folder);
        JFileChooser chooser = plain(words);
        chooser.setName(name);
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        chooser.setDialogTitle(words.say(title));
        return chosen(chooser, chooser.showDialog(over, words.say("homework.mark.begin")));
    }

    @Override
    public Optional<Path> saveSheet(Optional<Path> beside, String suggested, Words words) {
        return save("sheet.save", beside, suggested, words, "homework.file.kind.csv", "csv");
    }

    @Override
    public Optional<Path> savePdf(Optional<Path> beside, String suggested, Words words) {
        return save("pdf.save", beside, suggested, words, "homework.file.kind.pdf", "pdf");
    }

    private Optional<Path> save(
            String name, Optional<Path> beside, String suggested, Words words, String kind, String ending) {
        folder = beside.or(() -> folder);
        JFileChooser chooser = plain(words);
        chooser.setName(name);
        chooser.setFileFilter(new FileNameExtensionFilter(words.say(kind), ending));
        chooser.setSelectedFile(folder.orElse(chooser.getCurrentDirectory().toPath())
                .resolve(suggested)
                .toFile());
        return chosen(chooser, chooser.showSaveDialog(over))
                .map(path -> suffixed(path, "." + ending))
                .filter(path -> !Files.exists(path)
                        || mayReplace(
                                words.say("file.exists", path.getFileName()),
                                words.say("command.homework.save"),
                                words));
    }

    /** For models. */
    private JFileChooser chooser(Words words) {
        JFileChooser chooser = plain(words);
        chooser.setFileFilter(new FileNameExtensionFilter(words.say("file.kind"), "chain"));
        return chooser;
    }

    private JFileChooser plain(Words words) {
        JFileChooser chooser = new JFileChooser();
        chooser.setLocale(swing(words.locale()));
        SwingUtilities.updateComponentTreeUI(chooser);
        folder.ifPresent(path -> chooser.setCurrentDirectory(path.toFile()));
        return chooser;
    }

    /** The languages that Swing's own dialogs speak have a country. */
    private static Locale swing(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : locale;
    }

    private Optional<Path> chosen(JFileChooser chooser, int answer) {
        if (answer != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        Path path = chooser.getSelectedFile().toPath();
        folder = Optional.ofNullable(path.toAbsolutePath().getParent());
        return Optional.of(path);
    }

    private static Path suffixed(Path path, String suffix) {
        String name = path.getFileName().toString();
        return name.contains(".") ? path : path.resolveSibling(name + suffix);
    }

    @Override
    public boolean overwrite(String name, Words words) {
        return mayReplace(words.say("file.overtaken", name), words.say("command.save"), words);
    }

    private boolean mayReplace(String question, String title, Words words) {
        Object[] answers = {words.say("file.replace"), words.say("file.cancel")};
        return JOptionPane.showOptionDialog(
                        over,
                        question,
                        title,
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        answers,
                        answers[1])
                == 0;
    }
}

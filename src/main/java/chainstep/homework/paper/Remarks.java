package chainstep.homework.paper;

import chainstep.data.WholeFile;
import chainstep.homework.Question;
import chainstep.lang.Model;
import chainstep.words.Phrase;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a teacher said of the sheets in a folder, in a file of its own beside them, {@code NAME.marks.json}: sheet, question, verdict and
 * comment. Marking again does not touch it.
 */
public final class Remarks {
    static final String VERDICT = "verdict";
    static final String COMMENT = "comment";
    private static final String ENDING = ".marks.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /** @param assignment the name of its file, without the ending */
    public Remarks(Path folder, String assignment) {
        this(folder.resolve(assignment + ENDING));
    }

    private Remarks(Path file) {
        this.file = file;
    }

    /** Whether a file's name is that of remarks. */
    static boolean isTheirs(Path file) {
        return name(file).endsWith(ENDING);
    }

    /** What is said of a sheet and of those that lie beside it. */
    public static Remarks beside(Path sheet, Model assignment) {
        String source = assignment.source().name();
        String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        return new Remarks(sheet.resolveSibling(name.replaceFirst("\\.chain$", "") + ENDING));
    }

    public Path file() {
        return file;
    }

    /** All that is said, as it stands in the file: nothing where there is none. */
    public record Said(String file, Map<String, Map<String, Remark>> sheets) {
        /** What is said of one sheet, by the numbers of the questions. */
        public Map<Integer, Remark> of(Path sheet, List<Question> questions) {
            Map<String, Remark> said = sheets.getOrDefault(name(sheet), Map.of());
            Map<Integer, Remark> found = new HashMap<>();
            for (int k = 0; k < questions.size(); k++) {
                Remark one = said.getOrDefault(questions.get(k).text(), Remark.NONE);
                if (!one.isNone()) {
                    found.put(k, one);
                }
            }
            return found;
        }

        /** What is said of sheets that are not there, or of questions that are not asked. */
        public List<Phrase> strangers(List<Path> there, List<Question> questions) {
            Set<String> files = there.stream().map(Remarks::name).collect(Collectors.toSet());
            List<Phrase> strangers = new ArrayList<>();
            sheets.forEach((sheet, said) -> {
                if (!files.contains(sheet)) {
                    strangers.add(Phrase.of("homework", "remarks.sheet", file, sheet));
                } else {
                    strangers.addAll(unasked(sheet, questions));
                }
            });
            return strangers;
        }

        /** What is said of questions of a sheet that are not asked. */
        private List<Phrase> unasked(String sheet, List<Question> questions) {
            Set<String> asked = questions.stream().map(Question::text).collect(Collectors.toSet());
            return sheets.get(sheet).keySet().stream()
                    .filter(question -> !asked.contains(question))
                    .map(question -> Phrase.of("homework", "remarks.question", file, sheet, question))
                    .toList();
        }

        /** What is said of one sheet and of questions that are not asked. */
        public List<Phrase> unasked(Path sheet, List<Question> questions) {
            return sheets.containsKey(name(sheet)) ? unasked(name(sheet), questions) : List.of();
        }
    }

    /**
     * Reads the file.
     *
     * @throws DamagedRemarks when it is not what was written
     */
    public Said read() throws IOException {
        return new Said(name(file), sheets());
    }

    private Map<String, Map<String, Remark>> sheets() throws IOException {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return RemarksReader.read(file, Files.readString(file).replaceFirst("^\uFEFF", ""));
        } catch (CharacterCodingException other) {
            throw new DamagedRemarks(file, 1, "encoding");
        }
    }

    private static String name(Path sheet) {
        return sheet.getFileName().toString();
    }

    /** What is said of one sheet is said of its copy from now on. */
    public void move(Path sheet, Path copy) throws IOException {
        Map<String, Map<String, Remark>> all = sheets();
        Map<String, Remark> said = all.remove(name(sheet));
        if (said != null) {
            all.put(name(copy), said);
            write(all);
        }
    }

    /** Writes what is said of one sheet beside what is said of the others, and of questions that are asked no more. */
    public void put(Path sheet, List<Question> questions, Map<Integer, Remark> remarks) throws IOException {
        Map<String, Map<String, Remark>> all = sheets();
        Map<String, Remark> said = new LinkedHashMap<>(all.getOrDefault(name(sheet), Map.of()));
        for (int k = 0; k < questions.size(); k++) {
            said.remove(questions.get(k).text());
            Remark remark = remarks.getOrDefault(k, Remark.NONE);
            if (!remark.isNone()) {
                said.put(questions.get(k).text(), remark);
            }
        }
        all.put(name(sheet), said);
        write(all);
    }

    private void write(Map<String, Map<String, Remark>> all) throws IOException {
        Map<String, Object> sheets = new LinkedHashMap<>();
        all.forEach((sheet, said) -> {
            Map<String, Object> questions = new LinkedHashMap<>();
            said.forEach((question, remark) -> questions.put(question, fields(remark)));
            if (!questions.isEmpty()) {
                sheets.put(sheet, questions);
            }
        });
        WholeFile.write(file, JSON.writeValueAsString(sheets).replace("\r", "") + "\n");
    }

    private static Map<String, String> fields(Remark remark) {
        Map<String, String> fields = new LinkedHashMap<>();
        remark.verdict().ifPresent(verdict -> fields.put(VERDICT, verdict.code()));
        fields.put(COMMENT, remark.comment());
        return fields;
    }
}

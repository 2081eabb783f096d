package chainstep.ui.homework;

import chainstep.data.WholeFile;
import chainstep.homework.Question;
import chainstep.homework.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a teacher said of the sheets in a folder, in a file of its own beside them, {@code NAME.marks.json}: sheet, question, verdict and
 * comment. Marking again does not touch it.
 */
final class Remarks {
    private static final String VERDICT = "verdict";
    private static final String COMMENT = "comment";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    Remarks(Path folder, String assignment) {
        this.file = folder.resolve(assignment + ".marks.json");
    }

    Path file() {
        return file;
    }

    /** What is said of one sheet; what the file says of questions that are asked no more is left there. */
    Map<Integer, Remark> of(Path sheet, List<Question> questions) throws IOException {
        Map<Integer, Remark> found = new HashMap<>();
        JsonNode said = read().path(name(sheet));
        for (int k = 0; k < questions.size(); k++) {
            JsonNode one = said.path(questions.get(k).text());
            if (one.isObject()) {
                found.put(
                        k,
                        new Remark(
                                verdict(one.path(VERDICT).asString("")),
                                one.path(COMMENT).asString("")));
            }
        }
        return found;
    }

    private static Optional<Verdict> verdict(String code) {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }

    private static String name(Path sheet) {
        return sheet.getFileName().toString();
    }

    private ObjectNode read() throws IOException {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(Files.readString(file)) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (JacksonException damaged) {
            throw new IOException(damaged);
        }
    }

    /** What is said of one sheet is said of its copy from now on. */
    void move(Path sheet, Path copy) throws IOException {
        ObjectNode all = read();
        if (all.path(name(sheet)) instanceof ObjectNode said) {
            all.remove(name(sheet));
            all.set(name(copy), said);
            write(all);
        }
    }

    /** Writes what is said of one sheet beside what is said of the others. */
    void put(Path sheet, List<Question> questions, Map<Integer, Remark> remarks) throws IOException {
        ObjectNode all = read();
        ObjectNode said = all.path(name(sheet)) instanceof ObjectNode there ? there : JSON.createObjectNode();
        for (int k = 0; k < questions.size(); k++) {
            said.remove(questions.get(k).text());
            Remark remark = remarks.getOrDefault(k, Remark.NONE);
            if (!remark.isNone()) {
                ObjectNode one = said.putObject(questions.get(k).text());
                remark.verdict()
                        .ifPresent(verdict -> one.put(VERDICT, verdict.name().toLowerCase(Locale.ROOT)));
                one.put(COMMENT, remark.comment());
            }
        }
        all.set(name(sheet), said);
        write(all);
    }

    /** Writes all of it, sheet by sheet. */
    private void write(ObjectNode all) throws IOException {
        Map<String, JsonNode> sorted = new TreeMap<>();
        all.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        ObjectNode ordered = JSON.createObjectNode();
        sorted.forEach((key, value) -> {
            if (!value.isEmpty()) {
                ordered.set(key, value);
            }
        });
        WholeFile.write(file, JSON.writeValueAsString(ordered) + "\n");
    }
}

package chainstep.homework.paper;

import chainstep.homework.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of remarks sign by sign, so that what is wrong with it is told with its line; nothing in it is passed over. */
final class RemarksReader {
    private final Path file;
    private final JsonParser json;

    private RemarksReader(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /** By sheet and question. */
    static Map<String, Map<String, Remark>> read(Path file, String text) throws DamagedRemarks {
        try (JsonParser json = new JsonMapper().createParser(text)) {
            return new RemarksReader(file, json).sheets();
        } catch (JacksonException broken) {
            throw new DamagedRemarks(file, line(broken), "syntax");
        }
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
    }

    private Map<String, Map<String, Remark>> sheets() throws DamagedRemarks {
        Map<String, Map<String, Remark>> sheets = new TreeMap<>();
        open();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String sheet = json.currentName();
            open();
            Map<String, Remark> questions = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String question = json.currentName();
                open();
                questions.put(question, remark());
            }
            sheets.put(sheet, questions);
        }
        if (json.nextToken() != null) {
            throw damaged("syntax");
        }
        return sheets;
    }

    private Remark remark() throws DamagedRemarks {
        Optional<Verdict> verdict = Optional.empty();
        String comment = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw damaged("text", name);
            }
            switch (name) {
                case Remarks.VERDICT -> verdict = Optional.of(verdict(json.getString()));
                case Remarks.COMMENT -> comment = json.getString().strip();
                default -> throw damaged("name", name);
            }
        }
        return new Remark(verdict, comment);
    }

    private Verdict verdict(String code) throws DamagedRemarks {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst()
                .orElseThrow(() -> damaged("verdict", code));
    }

    private void open() throws DamagedRemarks {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw damaged("shape");
        }
    }

    private DamagedRemarks damaged(String key, Object... arguments) {
        int line = Math.max(1, json.currentTokenLocation().getLineNr());
        return new DamagedRemarks(file, line, key, arguments);
    }
}

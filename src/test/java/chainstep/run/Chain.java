package chainstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import java.nio.file.Path;
import java.util.List;

/** Short texts of the language, read and held to what they expect of themselves. */
final class Chain {
    static final Path FOLDER = Path.of("samples", "lectures");

    private Chain() {}

    static Model model(String text) {
        return ChainReader.read(Source.of("test.chain", text), FOLDER);
    }

    /** The text is a model without warnings that keeps all it expects, which is something. */
    static Model holds(String text) {
        Model model = model(text);
        assertThat(model.warnings()).isEmpty();
        List<ExpectCheck> checks = ExpectCheck.of(model);
        assertThat(checks).isNotEmpty();
        for (ExpectCheck check : checks) {
            assertThat(check.isMet())
                    .as("%s is %s", check.expect().quantity().text(), check.value())
                    .isTrue();
        }
        return model;
    }

    /** The text is refused at this place, with a message that begins so. */
    static SourceError refused(String text, String place, String message) {
        SourceError error = catchThrowableOfType(SourceError.class, () -> model(text));
        assertThat(error).as(text).isNotNull();
        assertThat(error).hasMessageStartingWith("test.chain:" + place + ": " + message);
        return error;
    }
}

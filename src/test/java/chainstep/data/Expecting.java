package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every message about data must be: the key expected, a sentence in both languages, its place in both. */
final class Expecting {
    private Expecting() {}

    static DataException trouble(String key, ThrowingCallable code) {
        DataException trouble = catchThrowableOfType(DataException.class, code);
        assertThat(trouble).as("an exception %s", key).isNotNull();
        assertThat(trouble.key()).isEqualTo(key);
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            assertThat(trouble.in(locale))
                    .doesNotContain("{", "}")
                    .contains(trouble.place().file());
            if (trouble.place().row() > 0) {
                assertThat(trouble.in(locale)).contains(" " + trouble.place().row());
            }
            assertThat(trouble.in(locale)).contains(trouble.place().column());
        }
        assertThat(trouble.in(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(trouble.getMessage());
        return trouble;
    }
}

package chainstep.homework.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SheetIdTest {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final List<String> IDS = LongStream.range(0, 60)
            .mapToObj(k -> SheetId.of(k * 0x9E3779B97F4A7C15L >>> 1))
            .flatMap(Optional::stream)
            .toList();

    @Test
    void an_id_is_read_however_it_is_typed() {
        assertThat(IDS).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        for (String id : IDS) {
            assertThat(SheetId.read(id)).contains(id);
            assertThat(SheetId.read(
                            " " + id.toLowerCase(java.util.Locale.ROOT).substring(0, 3) + "-" + id.substring(3)))
                    .contains(id);
            assertThat(SheetId.read(id.replace('0', 'o').replace('1', 'l'))).contains(id);
        }
    }

    @Test
    void one_sign_mistyped_is_never_another_id() {
        for (String id : IDS) {
            for (int at = 0; at < id.length(); at++) {
                for (char sign : SIGNS.toCharArray()) {
                    String typed = id.substring(0, at) + sign + id.substring(at + 1);
                    assertThat(SheetId.read(typed).isPresent()).as(typed).isEqualTo(typed.equals(id));
                }
            }
        }
    }

    @Test
    void two_signs_exchanged_are_never_another_id() {
        for (String id : IDS) {
            for (int one = 0; one < id.length(); one++) {
                for (int other = one + 1; other < id.length(); other++) {
                    StringBuilder typed = new StringBuilder(id);
                    typed.setCharAt(one, id.charAt(other));
                    typed.setCharAt(other, id.charAt(one));
                    assertThat(SheetId.read(typed.toString()).isPresent())
                            .isEqualTo(id.charAt(one) == id.charAt(other));
                }
            }
        }
    }

    @Test
    void no_spreadsheet_takes_an_id_for_a_number_or_a_date() {
        assertThat(IDS).allMatch(id -> Character.isLetter(id.charAt(0)));
        assertThat(SheetId.read("../../x")).isEmpty();
        assertThat(SheetId.read("")).isEmpty();
    }
}

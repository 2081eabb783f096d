package chainstep.homework.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void a_sheet_gives_its_name_without_its_ending() {
        assertThat(FileNames.of(List.of("ann.csv", "李华 (2).xlsx"))).containsExactly("ann", "李华 (2)");
    }

    @Test
    void names_that_a_system_may_take_for_one_are_told_apart() {
        assertThat(FileNames.of(List.of("Ann.csv", "ann.xlsx", "ann-2.csv", "ANN.txt")))
                .containsExactly("Ann", "ann-2", "ann-2-2", "ANN-3");
    }

    @Test
    void a_name_never_leads_elsewhere() {
        assertThat(FileNames.of(List.of("..\\..\\x.csv", "...csv", "a\nb.csv", "nul.csv", ".csv", "a:b|c?.csv")))
                .allMatch(name -> !name.startsWith(".") && name.matches("[\\p{L}\\p{N} ()_.-]+"))
                .contains("_nul", "a_b", "a_b_c_");
    }

    @Test
    void a_name_is_no_longer_than_systems_bear() {
        assertThat(FileNames.of(List.of("李".repeat(80) + ".csv")).get(0)).hasSize(50);
    }
}

package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final String FLOWERS = "length,width,kind\n1,2,rose\n3,4.5,lily\n-5e1,.5,rose\n";

    @Test
    void the_last_column_is_the_target_unless_said() {
        Dataset flowers = dataset(FLOWERS, Targets.AUTO);
        assertThat(flowers.x().names()).containsExactly("length", "width");
        assertThat(flowers.x().values()).containsExactly(1, 2, 3, 4.5, -50, 0.5);
        assertThat(flowers.t().names()).containsExactly("kind=lily", "kind=rose");
        assertThat(flowers.t().values()).containsExactly(0, 1, 1, 0, 0, 1);
        assertThat(flowers.classes()).containsExactly("lily", "rose");
    }

    @Test
    void class_numbers_make_the_target_a_vector() {
        Dataset flowers = dataset(FLOWERS, Targets.CLASS_NUMBERS);
        assertThat(flowers.t().rowShape()).isEmpty();
        assertThat(flowers.t().values()).containsExactly(1, 0, 1);
        assertThat(flowers.classes()).containsExactly("lily", "rose");
    }

    @Test
    void columns_are_chosen_by_name_and_by_number_from_either_end() {
        CsvTable table = table(FLOWERS);
        Dataset chosen = table.dataset(
                List.of(ColumnRef.numbered(-1), ColumnRef.named("width")),
                List.of(ColumnRef.numbered(0)),
                Targets.AUTO);
        assertThat(chosen.x().names()).containsExactly("kind=lily", "kind=rose", "width");
        assertThat(chosen.x().row(1)).containsExactly(1, 0, 4.5);
        assertThat(chosen.t().values()).containsExactly(1, 3, -50);
        assertThat(chosen.t().rowShape()).containsExactly(1);
        assertThat(chosen.classes()).isEmpty();
    }

    @Test
    void several_targets_stand_side_by_side() {
        Dataset two = table("a,b,c\n1,2,3\n4,5,6\n")
                .dataset(List.of(), List.of(ColumnRef.named("a"), ColumnRef.named("c")), Targets.AUTO);
        assertThat(two.x().names()).containsExactly("b");
        assertThat(two.t().values()).containsExactly(1, 3, 4, 6);
    }

    @Test
    void numbers_become_classes_when_asked() {
        Dataset digits = dataset("x,digit\n0.1,7\n0.2,3\n0.3,7\n", Targets.ONE_HOT);
        assertThat(digits.t().names()).containsExactly("digit=3", "digit=7");
        assertThat(digits.t().values()).containsExactly(0, 1, 1, 0, 0, 1);
        assertThat(digits.classes()).containsExactly("3", "7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\r\n1,2\r\n",
                "\uFEFFa,b\n1,2",
                "a;b\n1;2\n",
                "a\tb\n1\t2\n",
                "\"a\",b\n 1 ,\"2\"\n\n",
                "a,b\r1,2\r"
            })
    void marks_line_ends_separators_and_quotes_do_not_matter(String text) {
        CsvTable table = table(text);
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rowCount()).isEqualTo(1);
        assertThat(dataset(text, Targets.AUTO).x().values()).containsExactly(1);
        assertThat(dataset(text, Targets.AUTO).t().values()).containsExactly(2);
    }

    @Test
    void a_quoted_field_may_hold_separators_quotes_and_line_ends() {
        Dataset said = dataset("n,said\n1,\"a, \"\"b\"\"\nc\"\n2,d\n", Targets.AUTO);
        assertThat(said.classes()).containsExactly("a, \"b\"\nc", "d");
    }

    @Test
    void a_file_of_numbers_has_no_header() {
        CsvTable table = table("1,2\n3,4\n");
        assertThat(table.header()).containsExactly("0", "1");
        assertThat(table.rowCount()).isEqualTo(2);
    }

    @Test
    void a_header_may_hold_a_number_above_numbers() {
        assertThat(table("year,2020\n1,2\n").header()).containsExactly("year", "2020");
        assertThat(table("a,1\na,2\n").rowCount()).isEqualTo(2);
    }

    @Test
    void the_header_can_be_said() {
        CsvOptions usual = CsvOptions.USUAL;
        assertThat(CsvTable.parse("f", "1,2\n3,4\n", usual.withHeader(CsvOptions.Header.YES))
                        .header())
                .containsExactly("1", "2");
        CsvTable texts = CsvTable.parse("f", "a,b\nc,d\n", usual.withHeader(CsvOptions.Header.NO));
        assertThat(texts.rowCount()).isEqualTo(2);
        assertThat(texts.dataset(List.of(), List.of(), Targets.AUTO).classes()).containsExactly("b", "d");
    }

    @Test
    void an_unnamed_column_is_called_by_its_number() {
        assertThat(table(",a\n0,1\n1,2\n").header()).containsExactly("0", "a");
    }

    @Test
    void trouble_in_a_column_nobody_uses_is_none() {
        CsvTable table = table("a,remark,b\n1,,2\n3,fine,4\n");
        Dataset chosen = table.dataset(List.of(ColumnRef.named("a")), List.of(ColumnRef.named("b")), Targets.AUTO);
        assertThat(chosen.x().values()).containsExactly(1, 3);
    }

    private static CsvTable table(String text) {
        return CsvTable.parse("flowers.csv", text, CsvOptions.USUAL);
    }

    private static Dataset dataset(String text, Targets targets) {
        return table(text).dataset(List.of(), List.of(), targets);
    }
}

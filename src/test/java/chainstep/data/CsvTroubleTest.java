package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way a CSV file can be wrong has its own message, with the line and the column. */
class CsvTroubleTest {
    @TempDir
    Path folder;

    @Test
    void a_missing_value_says_where() {
        DataException e = Expecting.trouble("csv.missing", () -> dataset("a,b\n1,2\n3,\n"));
        assertThat(e.place()).isEqualTo(new Place("f.csv", 3, "b"));
        assertThat(e).hasMessage("f.csv, line 3, column `b`: the value is missing; fill it in, or take the line out");
        for (String missing : List.of("NA", "nan", "?", " ", "\"\"", "null")) {
            Expecting.trouble("csv.missing", () -> dataset("a,b\n1,2\n" + missing + ",3\n"));
        }
    }

    @Test
    void a_text_among_numbers_says_which() {
        DataException e = Expecting.trouble("csv.text", () -> dataset("a,b\n1,2\n3,4\nfour,5\n"));
        assertThat(e)
                .hasMessage(
                        "f.csv, line 4, column `a`: `four` is not a number, and the column is one of numbers; write a number there");
        for (String notANumber : List.of("1d", "0x10", "1,5", "50%", "１", "1e", "--1", "Infinity")) {
            Expecting.trouble("csv.text", () -> dataset("a,b\n1,2\n\"" + notANumber + "\",3\n"));
        }
    }

    @Test
    void a_slip_in_the_first_value_is_found_by_the_others() {
        DataException e = Expecting.trouble("csv.text", () -> dataset("a,b\nl,2\n1,2\n2,3\n3,4\n"));
        assertThat(e.place()).isEqualTo(new Place("f.csv", 2, "a"));
    }

    @Test
    void numbers_in_another_notation_are_no_classes() {
        DataException e = Expecting.trouble("csv.text", () -> dataset("a;b\n1,5;2\n2,5;3\n"));
        assertThat(e.place()).isEqualTo(new Place("f.csv", 2, "a"));
        Expecting.trouble("csv.text", () -> dataset("a,b\n5%,2\n7%,3\n"));
        Expecting.trouble("csv.text", () -> dataset("a,b\n１,2\n２.5,3\n"));
        assertThat(dataset("a,b\n1st,2\n2nd,3\n")).isNotNull();
    }

    @Test
    void a_line_counts_lines_inside_quotes() {
        DataException e = Expecting.trouble("csv.missing", () -> dataset("a,b\n\"x\ny\",1\nz,\n"));
        assertThat(e.place().row()).isEqualTo(4);
    }

    @Test
    void a_number_beyond_double_is_a_message() {
        Expecting.trouble("csv.infinite", () -> dataset("a,b\n1,2\n1e999,3\n"));
    }

    @Test
    void a_line_with_other_than_the_usual_number_of_values_is_a_message() {
        assertThat(Expecting.trouble("csv.ragged", () -> dataset("a,b\n1,2\n3,4,5\n")))
                .hasMessage(
                        "f.csv, line 3: 3 values where the lines above have 2; a comma or a quote is missing or too many");
        assertThat(Expecting.trouble("csv.ragged", () -> dataset("a,b\n1,2\n3\n")))
                .hasMessageContaining("1 value where");
    }

    @Test
    void nothing_to_read_is_a_message() {
        Expecting.trouble("csv.empty", () -> dataset(""));
        Expecting.trouble("csv.empty", () -> dataset("\uFEFF\n\n"));
        Expecting.trouble("csv.rows", () -> dataset("a,b\n"));
    }

    @Test
    void two_columns_of_one_name_are_a_message() {
        assertThat(Expecting.trouble("csv.duplicate", () -> dataset("a,b,a\n1,2,3\n")))
                .hasMessageContaining("`a`");
    }

    @Test
    void rows_without_names_must_be_as_wide_as_the_features() {
        CsvTable table = CsvTable.parse("f.csv", "1,2,3\n", CsvOptions.USUAL);
        assertThat(Expecting.trouble("csv.width", () -> table.features(List.of(), 2)))
                .hasMessage("f.csv has rows of 3 numbers, where the model takes 2");
    }

    @Test
    void an_unknown_column_names_the_nearest() {
        CsvTable table = CsvTable.parse("f.csv", "length,width,kind\n1,2,3\n", CsvOptions.USUAL);
        assertThat(Expecting.trouble(
                        "csv.column", () -> table.dataset(List.of(ColumnRef.named("lenght")), List.of(), Targets.AUTO)))
                .hasMessage("f.csv has no column `lenght`: did you mean `length`?");
        assertThat(Expecting.trouble(
                        "csv.column",
                        () -> table.dataset(List.of(), List.of(ColumnRef.named("species")), Targets.AUTO)))
                .hasMessageContaining("known are `length`, `width`, `kind`");
        for (int number : new int[] {3, -4, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            Expecting.trouble(
                    "csv.number", () -> table.dataset(List.of(ColumnRef.numbered(number)), List.of(), Targets.AUTO));
        }
    }

    @Test
    void one_column_leaves_no_features() {
        Expecting.trouble("csv.one", () -> dataset("a\n1\n2\n"));
    }

    @Test
    void a_quote_never_closed_is_a_message() {
        assertThat(Expecting.trouble("csv.broken", () -> dataset("a,b\n1,2\n\"3,4\n5,6\n"))
                        .place()
                        .row())
                .isEqualTo(3);
        Expecting.trouble("csv.broken", () -> dataset("a,b\n\"1\"2,2\n"));
    }

    @Test
    void columns_beyond_the_limit_are_a_message() {
        assertThat(dataset("1" + ",2".repeat(50_000) + "\n").x().rowSize()).isEqualTo(50_000);
        Expecting.trouble("csv.broken", () -> dataset("1" + ",2".repeat(100_000) + "\n"));
    }

    @Test
    void remarks_are_no_classes() {
        StringBuilder remarks = new StringBuilder("n,remark\n");
        for (int i = 0; i < 1100; i++) {
            remarks.append(i).append(",remark ").append(i).append('\n');
        }
        assertThat(Expecting.trouble("csv.classes", () -> dataset(remarks.toString()))
                        .place())
                .isEqualTo(new Place("f.csv", 1002, "remark"));
        Expecting.trouble(
                "csv.classes",
                () -> CsvTable.parse("f.csv", remarks.toString(), CsvOptions.USUAL)
                        .dataset(List.of(ColumnRef.numbered(1)), List.of(ColumnRef.numbered(0)), Targets.AUTO));
    }

    @Test
    void numbers_too_many_to_be_classes_are_a_message() {
        StringBuilder numbers = new StringBuilder("n,m\n");
        for (int i = 0; i < 1100; i++) {
            numbers.append(i).append(",0.").append(i + 1000).append('\n');
        }
        CsvTable table = CsvTable.parse("f.csv", numbers.toString(), CsvOptions.USUAL);
        Expecting.trouble("csv.numbers", () -> table.dataset(List.of(), List.of(), Targets.ONE_HOT));
    }

    @Test
    void more_than_the_limits_is_a_message() {
        CsvOptions small = new CsvOptions(CsvOptions.Header.AUTO, 100, 3, 6);
        Expecting.trouble("csv.long", () -> CsvTable.parse("f.csv", "a\n1\n2\n3\n4\n", small));
        Expecting.trouble("csv.cells", () -> CsvTable.parse("f.csv", "a,b,c\n1,2,3\n4,5,6\n7,8,9\n", small));
    }

    @Test
    void one_hot_columns_beyond_the_limit_are_a_message() {
        StringBuilder wide = new StringBuilder("n,a\n");
        for (int i = 0; i < 20_000; i++) {
            wide.append(i).append(",t").append(i % 900).append('\n');
        }
        Expecting.trouble("csv.wide", () -> dataset(wide.toString()));
    }

    @Test
    void a_file_too_large_or_not_there_is_a_message() throws IOException {
        Path file = Files.writeString(folder.resolve("big.csv"), "a,b\n" + "1,2\n".repeat(50));
        Expecting.trouble("file.large", () -> CsvTable.read(file, new CsvOptions(CsvOptions.Header.AUTO, 100, 3, 6)));
        Expecting.trouble("file.missing", () -> CsvTable.read(folder.resolve("no.csv"), CsvOptions.USUAL));
        Expecting.trouble("file.folder", () -> CsvTable.read(folder, CsvOptions.USUAL));
        Expecting.trouble("file.name", () -> DataFile.under(folder, "a\0b"));
        assertThat(DataFile.under(folder, "big.csv")).isEqualTo(file);
        assertThat(CsvTable.read(file, CsvOptions.USUAL).rowCount()).isEqualTo(50);
    }

    @Test
    void a_device_is_no_data() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        Expecting.trouble("file.special", () -> CsvTable.read(device, CsvOptions.USUAL));
    }

    @Test
    void a_file_one_may_not_read_is_a_message() throws IOException {
        File file = Files.writeString(folder.resolve("mine.csv"), "1,2\n").toFile();
        assumeTrue(file.setReadable(false) && !file.canRead(), "root may read everything");
        Expecting.trouble("file.unreadable", () -> CsvTable.read(file.toPath(), CsvOptions.USUAL));
    }

    @Test
    void a_file_in_gbk_says_which_line_and_what_to_do() throws IOException {
        Path file = folder.resolve("gbk.csv");
        Files.write(file, "长,宽\n1,2\n".getBytes(Charset.forName("GBK")));
        assertThat(Expecting.trouble("csv.encoding", () -> CsvTable.read(file, CsvOptions.USUAL))
                        .place()
                        .row())
                .isEqualTo(1);
        Files.write(file, "a,种\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(CsvTable.read(file, CsvOptions.USUAL).header()).containsExactly("a", "种");
        Files.write(file, ("a,b\n" + "1,2\n".repeat(9000)).getBytes(StandardCharsets.UTF_8));
        Files.write(file, new byte[] {'3', ',', (byte) 0xC4}, StandardOpenOption.APPEND);
        assertThat(Expecting.trouble("csv.encoding", () -> CsvTable.read(file, CsvOptions.USUAL))
                        .place()
                        .row())
                .isEqualTo(9002);
    }

    @Test
    void noise_ends_in_a_table_or_a_message() {
        Random random = new Random(1);
        String alphabet = "ab1209.-e,,,;\t\"\"\n\n\r \uFEFF?长\0";
        int tables = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                dataset(text.toString());
                tables++;
            } catch (DataException e) {
                assertThat(e.getMessage()).startsWith("f.csv");
            }
        }
        assertThat(tables).isGreaterThan(300);
    }

    private static Dataset dataset(String text) {
        return CsvTable.parse("f.csv", text, CsvOptions.USUAL).dataset(List.of(), List.of(), Targets.AUTO);
    }
}

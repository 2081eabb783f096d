package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_is_replaced_and_nothing_stays_beside_it() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, "one");
        WholeFile.write(file, "two");
        assertThat(file).hasContent("two");
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void a_link_goes_on_leading_to_the_file_written() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "one");
        Path link = Files.createSymbolicLink(folder.resolve("b.txt"), file);
        WholeFile.write(link, "two");
        assertThat(file).hasContent("two");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void a_new_file_can_be_read_by_others_and_an_old_one_by_whom_it_could() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, "one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        WholeFile.write(file, "two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_cannot_be_put_in_its_place_leaves_all_as_it_was() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("a.txt/inner"));
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a.txt"), "one"))
                .isInstanceOf(IOException.class);
        assertThat(taken).isDirectory();
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
    }
}

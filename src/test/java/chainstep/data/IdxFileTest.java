package chainstep.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    private static final Path IMAGES = Path.of("samples/data/digits-200-images-idx3-ubyte.gz");
    private static final Path LABELS = Path.of("samples/data/digits-200-labels-idx1-ubyte.gz");

    @TempDir
    Path folder;

    @Test
    void the_shipped_digits_are_two_hundred() {
        Dataset digits = IdxFile.dataset(IMAGES, LABELS, 1, false);
        assertThat(digits.count()).isEqualTo(200);
        assertThat(digits.x().rowShape()).containsExactly(28, 28);
        assertThat(Arrays.stream(digits.x().row(0)).sum()).isEqualTo(47948);
        assertThat(digits.x().at(0, 153)).isEqualTo(103);
        assertThat(Arrays.stream(digits.x().values()).sum()).isEqualTo(5146153);
        assertThat(digits.t().rowShape()).isEmpty();
        assertThat(digits.t().values(0, 1, 2, 3, 4)).containsExactly(8, 5, 6, 2, 5);
        assertThat(digits.classes()).hasSize(10);
    }

    @Test
    void digits_over_255_and_one_hot_are_ready_to_train_on() {
        Dataset digits = IdxFile.dataset(IMAGES, LABELS, 255, true).flat();
        assertThat(digits.x().rowShape()).containsExactly(784);
        assertThat(digits.x().at(0, 153)).isEqualTo(103 / 255.0);
        assertThat(digits.t().row(0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void every_number_type_is_read() throws IOException {
        assertThat(values(0x08, new byte[] {1, -1})).containsExactly(1, 255);
        assertThat(values(0x09, new byte[] {1, -1})).containsExactly(1, -1);
        assertThat(values(0x0B, new byte[] {1, 0, -1, -2})).containsExactly(256, -2);
        assertThat(values(0x0C, bytes(8).putInt(70000).putInt(-3).array())).containsExactly(70000, -3);
        assertThat(values(0x0D, bytes(8).putFloat(0.5f).putFloat(-2).array())).containsExactly(0.5, -2);
        assertThat(values(0x0E, bytes(16).putDouble(0.1).putDouble(1e300).array()))
                .containsExactly(0.1, 1e300);
    }

    @Test
    void a_zipped_file_is_known_by_its_bytes_not_its_name() throws IOException {
        Path file = Files.write(folder.resolve("labels"), zip(idx(0x08, new int[] {2}, new byte[] {3, 4})));
        assertThat(IdxFile.read(file).rows(1).values()).containsExactly(3, 4);
        assertThat(IdxFile.read(file).shape()).containsExactly(2);
    }

    @Test
    void what_is_not_idx_is_a_message() throws IOException {
        trouble("idx.magic", "hello world".getBytes("UTF-8"));
        trouble("idx.type", idx(0x0A, new int[] {1}, new byte[1]));
        trouble("idx.rank", new byte[] {0, 0, 8, 0, 1});
        trouble("idx.rank", idx(0x08, new int[] {1, 1, 1, 1, 1}, new byte[1]));
        trouble("idx.empty", idx(0x08, new int[] {2, 0}, new byte[0]));
        trouble("idx.cut", new byte[0]);
        trouble("idx.cut", new byte[] {0, 0, 8, 1, 0});
        Expecting.trouble("file.missing", () -> IdxFile.read(folder.resolve("no")));
        Expecting.trouble("file.folder", () -> IdxFile.read(folder));
    }

    @Test
    void a_length_that_does_not_fit_is_a_message() throws IOException {
        assertThat(trouble("idx.short", idx(0x08, new int[] {2, 2}, new byte[3])))
                .hasMessageContaining("the array [2, 2] needs 4 bytes, there are 3");
        trouble("idx.long", idx(0x08, new int[] {2, 2}, new byte[5]));
        trouble("idx.large", idx(0x08, new int[] {200_000, 28, 28}, new byte[5]));
        trouble("idx.large", idx(0x0E, new int[] {20_000, 28, 28}, new byte[5]));
        assertThat(trouble("idx.large", idx(0x08, new int[] {-1, -1, -1, -1}, new byte[5])))
                .hasMessageContaining("4294967295");
    }

    @Test
    void a_damaged_zip_is_a_message() throws IOException {
        byte[] whole = zip(idx(0x08, new int[] {100}, new byte[100]));
        trouble("idx.cut", Arrays.copyOf(whole, whole.length / 2));
        byte[] damaged = whole.clone();
        damaged[whole.length - 6] ^= 0x55;
        trouble("idx.gzip", damaged);
    }

    @Test
    void a_number_that_is_not_finite_is_a_message() throws IOException {
        trouble(
                "idx.finite",
                idx(0x0D, new int[] {1}, bytes(4).putFloat(Float.NaN).array()));
    }

    @Test
    void labels_that_are_none_are_a_message() throws IOException {
        Path images = Files.write(folder.resolve("i"), idx(0x08, new int[] {2, 2}, new byte[4]));
        Path three = Files.write(folder.resolve("3"), idx(0x08, new int[] {3}, new byte[3]));
        Path negative = Files.write(folder.resolve("n"), idx(0x09, new int[] {2}, new byte[] {1, -1}));
        assertThat(Expecting.trouble("idx.counts", () -> IdxFile.dataset(images, three, 255, false)))
                .hasMessageContaining("has 2 rows")
                .hasMessageContaining("has 3 labels");
        Expecting.trouble("idx.labels", () -> IdxFile.dataset(images, images, 255, false));
        Expecting.trouble("idx.label", () -> IdxFile.dataset(images, negative, 255, false));
        assertThatThrownBy(() -> IdxFile.read(images).rows(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noise_ends_in_an_array_or_a_message() throws IOException {
        Random random = new Random(2);
        byte[] good = zip(idx(0x0D, new int[] {2, 2}, new byte[16]));
        int messages = 0;
        for (int i = 0; i < 500; i++) {
            byte[] noisy = i % 2 == 0 ? good.clone() : idx(0x0D, new int[] {2, 2}, new byte[16]);
            noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve("noise"), noisy);
            try {
                IdxFile.read(file);
            } catch (DataException e) {
                assertThat(e.getMessage()).contains("noise");
                messages++;
            }
        }
        assertThat(messages).isGreaterThan(100);
    }

    private DataException trouble(String key, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("bad"), content);
        return Expecting.trouble(key, () -> IdxFile.read(file));
    }

    private double[] values(int type, byte[] body) throws IOException {
        Path file = Files.write(folder.resolve("typed"), idx(type, new int[] {2}, body));
        return IdxFile.read(file).rows(1).values();
    }

    private static ByteBuffer bytes(int n) {
        return ByteBuffer.allocate(n);
    }

    private static byte[] idx(int type, int[] shape, byte[] body) {
        ByteBuffer all = bytes(4 + 4 * shape.length + body.length);
        all.putInt(type << 8 | shape.length);
        for (int extent : shape) {
            all.putInt(extent);
        }
        return all.put(body).array();
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}

package chainstep.train;

import chainstep.data.WholeFile;
import chainstep.math.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Named arrays in a file that NumPy's {@code load} reads: a zip of arrays, nothing packed. Equal arrays make equal files. */
public final class Npz {
    static final String SUFFIX = ".npy";

    private Npz() {}

    /** An array: its shape, and its numbers row-major. */
    public record Array(Shape shape, double[] values) {
        public Array {
            if (values.length != shape.size()) {
                throw new IllegalArgumentException(values.length + " numbers for " + shape);
            }
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }
    }

    /** Writes arrays in the order of the map: beside its place, then renamed. */
    public static void write(Path file, Map<String, Array> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (Map.Entry<String, Array> entry : arrays.entrySet()) {
                Array array = entry.getValue();
                put(zip, entry.getKey() + SUFFIX, Npy.write(array.shape(), array.values()));
            }
        }
        WholeFile.write(file, bytes.toByteArray());
    }

    static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}

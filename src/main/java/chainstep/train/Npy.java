package chainstep.train;

import chainstep.math.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One array in NumPy's own format, version 1.0: float64, little-endian, row-major. Source: NumPy's documentation of {@code numpy.lib.format}.
 *
 * <p>Nothing else is read: no other types, no column-major order.
 */
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '<f8', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), }\\s*");

    private Npy() {}

    /** An array and its shape. */
    record Array(Shape shape, double[] values) {}

    static byte[] write(Shape shape, double[] values) throws IOException {
        String extents =
                Arrays.stream(shape.dims()).mapToObj(extent -> extent + ",").collect(Collectors.joining(" "));
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + extents + "), }";
        int length = header.length() + 1;
        int padded = (MAGIC.length + 2 + length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - MAGIC.length - 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MAGIC);
        out.write(padded & 0xFF);
        out.write(padded >> Byte.SIZE);
        out.write((header + " ".repeat(padded - length) + "\n").getBytes(StandardCharsets.US_ASCII));
        ByteBuffer numbers = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asDoubleBuffer().put(values);
        out.write(numbers.array());
        return out.toByteArray();
    }

    /** @throws IOException when it is no such array */
    static Array read(byte[] bytes) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            byte[] header = new byte[in.getShort() & 0xFFFF];
            in.get(header);
            Matcher found = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
            if (!Arrays.equals(magic, MAGIC) || !found.matches()) {
                throw new IOException("no array of float64");
            }
            int[] extents = Pattern.compile("[ ,]+")
                    .splitAsStream(found.group(1))
                    .filter(extent -> !extent.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            Shape shape = Shape.of(extents);
            if (in.remaining() != (long) shape.size() * Double.BYTES) {
                throw new IOException(in.remaining() + " bytes for " + shape);
            }
            double[] values = new double[shape.size()];
            in.asDoubleBuffer().get(values);
            return new Array(shape, values);
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new IOException("cut off", cut);
        }
    }
}

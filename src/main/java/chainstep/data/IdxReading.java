package chainstep.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads one IDX file, believing nothing in it: the magic, the extents and the length must agree before a number is taken. */
final class IdxReading {
    private final Path file;
    private final Place place;

    IdxReading(Path file) {
        this.file = file;
        this.place = Place.in(file.toString());
    }

    IdxFile read() {
        DataFile.check(file, IdxFile.MOST_BYTES + 1024);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(new BufferedInputStream(unpacked(raw)))) {
            return array(in);
        } catch (EOFException e) {
            throw new DataException("idx.cut", place);
        } catch (ZipException e) {
            throw new DataException("idx.gzip", place);
        } catch (IOException e) {
            throw new DataException("file.unreadable", place);
        }
    }

    /** Gzip is known by its first two bytes, not by the file's name. */
    private static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw) : raw;
    }

    private IdxFile array(DataInputStream in) throws IOException {
        int magic = in.readInt();
        int rank = magic & 0xFF;
        if (magic >>> 16 != 0) {
            throw new DataException("idx.magic", place, String.format(Locale.ROOT, "%08x", magic));
        }
        IdxType type = IdxType.of(magic >>> 8)
                .orElseThrow(
                        () -> new DataException("idx.type", place, String.format(Locale.ROOT, "%02x", magic >>> 8)));
        if (rank < 1 || rank > 4) {
            throw new DataException("idx.rank", place, rank);
        }
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = in.readInt();
        }
        int size = size(shape, type);
        byte[] body = in.readNBytes(size * type.bytes());
        if (body.length < size * type.bytes()) {
            throw new DataException("idx.short", place, Arrays.toString(shape), size * type.bytes(), body.length);
        }
        if (in.read() >= 0) {
            throw new DataException("idx.long", place, Arrays.toString(shape), size * type.bytes());
        }
        return new IdxFile(place, shape, cells(type, ByteBuffer.wrap(body), size));
    }

    /** How many numbers there are; negative extents are extents of more than 2³¹. */
    private int size(int[] shape, IdxType type) {
        long size = 1;
        for (int extent : shape) {
            if (extent == 0) {
                throw new DataException("idx.empty", place, Arrays.toString(shape));
            }
            size = Math.min(size * Integer.toUnsignedLong(extent), 1L << 31);
        }
        long memory = type == IdxType.UBYTE ? size : size * Double.BYTES;
        if (memory > IdxFile.MOST_BYTES) {
            String extents = Arrays.toString(
                    Arrays.stream(shape).mapToLong(Integer::toUnsignedLong).toArray());
            throw new DataException("idx.large", place, extents, IdxFile.MOST_BYTES);
        }
        return (int) size;
    }

    private Cells cells(IdxType type, ByteBuffer body, int size) {
        if (type == IdxType.UBYTE) {
            return new Cells.Bytes(body.array(), 1);
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = switch (type) {
                case UBYTE, BYTE -> body.get();
                case SHORT -> body.getShort();
                case INT -> body.getInt();
                case FLOAT -> body.getFloat();
                case DOUBLE -> body.getDouble();
            };
            if (!Double.isFinite(values[i])) {
                throw new DataException("idx.finite", place, i, values[i]);
            }
        }
        return new Cells.Doubles(values);
    }
}

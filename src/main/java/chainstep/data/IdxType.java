package chainstep.data;

import java.util.Arrays;
import java.util.Optional;

/** The number types of an IDX file: the third byte of the file, and the bytes a number takes, big-endian. */
enum IdxType {
    UBYTE(0x08, 1),
    BYTE(0x09, 1),
    SHORT(0x0B, 2),
    INT(0x0C, 4),
    FLOAT(0x0D, 4),
    DOUBLE(0x0E, 8);

    private final int code;
    private final int bytes;

    IdxType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static Optional<IdxType> of(int code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }

    int bytes() {
        return bytes;
    }
}

package chainstep.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Where output goes, remembering why some of it was lost; a reader that has read enough and gone is no loss. */
final class Sink extends FilterOutputStream {
    /** What the systems' words for a reader that has gone have in common. */
    private static final List<String> GONE = List.of("pipe", "管道");

    private Optional<IOException> trouble = Optional.empty();

    Sink(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException failed) {
            trouble = trouble.or(() -> Optional.of(failed).filter(Sink::isLoss));
            throw failed;
        }
    }

    /** The first trouble there was. */
    Optional<IOException> trouble() {
        return trouble;
    }

    private static boolean isLoss(IOException failed) {
        return GONE.stream().noneMatch(String.valueOf(failed.getMessage())::contains);
    }
}

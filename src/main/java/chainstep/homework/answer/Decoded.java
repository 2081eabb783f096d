package chainstep.homework.answer;

import chainstep.words.Phrase;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a file: UTF-8, UTF-16 with a mark, or else GB18030, as Excel in Chinese saves a plain CSV.
 *
 * <p>Nearly any bytes are some text in GB18030. It is believed only of a file that has Chinese letters, most of them the common ones of
 * GB 2312, and nothing that nobody writes.
 *
 * @param remarks how it was read, where that is not as usual
 */
record Decoded(String text, List<Phrase> remarks) {
    private static final Pattern RECORD_BREAK = Pattern.compile("\\r\\n?|\\n");
    private static final String CHINESE = "GB18030";
    private static final String COMMON = "GB2312";

    /** @throws SheetException when it is none of these; with the row where it ends to be */
    static Decoded of(String name, byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        boolean bad = isBad(charset(bytes), bytes, decoded);
        String text = decoded.flip().toString();
        if (!bad && text.indexOf('\0') < 0) {
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of());
        }
        return chinese(bytes)
                .map(read -> new Decoded(read, List.of(Phrase.of("homework", "sheet.chinese"))))
                .orElseThrow(() -> {
                    String good = text.indexOf('\0') >= 0 ? text.substring(0, text.indexOf('\0')) : text;
                    return new SheetException("sheet.encoding", name, RECORD_BREAK.split(good, -1).length);
                });
    }

    private static boolean isBad(Charset charset, byte[] bytes, CharBuffer decoded) {
        CharsetDecoder decoder = charset.newDecoder();
        return decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError()
                || decoder.flush(decoded).isError();
    }

    /** With a mark as Excel writes "Unicode text"; else UTF-8. */
    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFFFE || mark == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static Optional<String> chinese(byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        boolean can = Charset.isSupported(CHINESE) && Charset.isSupported(COMMON);
        if (!can || isBad(Charset.forName(CHINESE), bytes, decoded)) {
            return Optional.empty();
        }
        String text = decoded.flip().toString();
        CharsetEncoder common = Charset.forName(COMMON).newEncoder();
        long letters = text.codePoints().filter(Decoded::isChinese).count();
        long known = text.codePoints()
                .filter(sign -> isChinese(sign) && common.canEncode(Character.toString(sign)))
                .count();
        boolean clean = text.codePoints().allMatch(Decoded::isWritten);
        return clean && 2 * known > letters ? Optional.of(text) : Optional.empty();
    }

    private static boolean isChinese(int sign) {
        return UnicodeScript.of(sign) == UnicodeScript.HAN;
    }

    /** Whether people write a sign: no control character, nothing that means nothing. */
    private static boolean isWritten(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL -> sign == '\t' || sign == '\n' || sign == '\r';
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> sign != '\uFFFD';
        };
    }
}

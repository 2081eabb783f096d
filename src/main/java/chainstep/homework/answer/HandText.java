package chainstep.homework.answer;

import java.util.regex.Pattern;

/** Text as it is pasted and typed, in plain signs: full-width letters, dashes for minus, curly primes, LaTeX's fractions. */
final class HandText {
    private static final Pattern BLANKS =
            Pattern.compile("[\\u00A0\\u1680\\u2000-\\u200B\\u202F\\u205F\\u3000\\uFEFF]");
    private static final Pattern FRACTION =
            Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*(?:\\{[^{}]*}[^{}]*)*)}\\s*\\{([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
    private static final Pattern COMMAND = Pattern.compile("\\\\(?:left|right|,|;|!|cdot|times|partial|eta)");

    private HandText() {}

    /** The same in plain signs, without blanks at its ends. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().map(HandText::plain).forEach(plain::appendCodePoint);
        String typed = BLANKS.matcher(plain).replaceAll(" ").replaceAll(" {2,}", " ");
        return latex(typed).strip();
    }

    /** Full-width forms as plain ones; every dash that people take for a minus. */
    private static int plain(int sign) {
        if (sign >= '！' && sign <= '～') {
            return sign - '！' + '!';
        }
        return switch (sign) {
            case '−', '–', '—', '﹣', '‐', '‑' -> '-';
            case '’', '‘', 'ʹ' -> '\'';
            case 0x1D6DB, 0x1D715, 0x1D74F -> '∂';
            case '﹢' -> '+';
            case '∕', '⁄' -> '/';
            case '、', '﹐' -> ',';
            case '【' -> '[';
            case '】' -> ']';
            default -> sign;
        };
    }

    private static String latex(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        String divided = FRACTION.matcher(text).replaceAll("($1)/($2)");
        return COMMAND.matcher(divided)
                .replaceAll(command -> switch (command.group().substring(1)) {
                    case "cdot", "times" -> "*";
                    case "partial" -> "∂";
                    case "eta" -> "η";
                    default -> " ";
                })
                .replace("$", "");
    }
}

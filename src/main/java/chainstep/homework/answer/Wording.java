package chainstep.homework.answer;

/** What a sheet's cells say, in other forms of it. */
final class Wording {
    private static final int LONGEST_NAME = 200;

    private Wording() {}

    /** How an answer is written, whatever its digits: 0,81000 and -12,5 are alike. */
    static String form(String written) {
        return written.strip().replaceAll("\\d+", "0").replaceFirst("^[-+−]", "");
    }

    /** Without the quote that keeps a spreadsheet from computing it. */
    static String unguarded(String written) {
        return written.matches("(?s)'[=+\\-@].*") ? written.substring(1) : written;
    }

    static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }
}

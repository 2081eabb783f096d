package chainstep.ui.source;

/**
 * How a file writes its lines, which an editor does not show: a byte order mark in front, and what ends a line.
 *
 * @param mark what comes before the first line
 */
record FileText(String mark, String lineEnd) {
    static final FileText PLAIN = new FileText("", "\n");

    static FileText of(String text) {
        String lineEnd = text.contains("\r\n") ? "\r\n" : text.contains("\r") ? "\r" : "\n";
        return new FileText(text.startsWith("\uFEFF") ? "\uFEFF" : "", lineEnd);
    }

    /** A file's text as an editor has it. */
    String shown(String text) {
        return text.substring(text.startsWith("\uFEFF") ? 1 : 0)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** An editor's text as the file has it. */
    String kept(String text) {
        return mark + text.replace("\n", lineEnd);
    }
}

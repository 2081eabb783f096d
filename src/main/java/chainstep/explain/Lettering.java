package chainstep.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a name of the source is written: a letter, the number of a layer, a subscript, primes for later versions.
 *
 * <p>A layer's number and an element's index never look alike. Plain text keeps the name as it was typed and lowers only the
 * index ({@code W1₁₂}); LaTeX raises an array's number and lowers the index ({@code W^{(1)}_{12}}). A scalar has no elements,
 * so its number is a plain subscript ({@code x_{1}}).
 *
 * @param plain the whole name in plain text, primes included
 * @param base the letter in LaTeX
 * @param raised what LaTeX puts above: {@code ^{(1)}}, primes
 * @param lowered what it puts below, without the {@code _{}}
 */
record Lettering(String plain, String base, String raised, String lowered) {
    private static final Pattern NAME = Pattern.compile("([^_\\d]*)(\\d*)_*(.*)");
    private static final List<String> GREEK = List.of(
            "alpha α",
            "beta β",
            "gamma γ",
            "delta δ",
            "epsilon ε",
            "zeta ζ",
            "eta η",
            "theta θ",
            "iota ι",
            "kappa κ",
            "lambda λ",
            "mu μ",
            "nu ν",
            "xi ξ",
            "pi π",
            "rho ρ",
            "sigma σ",
            "tau τ",
            "upsilon υ",
            "phi φ",
            "chi χ",
            "psi ψ",
            "omega ω",
            "Gamma Γ",
            "Delta Δ",
            "Theta Θ",
            "Lambda Λ",
            "Xi Ξ",
            "Pi Π",
            "Sigma Σ",
            "Upsilon Υ",
            "Phi Φ",
            "Psi Ψ",
            "Omega Ω");
    private static final Map<String, String> LETTERS = GREEK.stream()
            .map(pair -> pair.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    private static final Map<String, String> SPELLED = GREEK.stream()
            .map(pair -> pair.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[1], pair -> pair[0]));
    private static final Map<String, String> TEX = SPELLED.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, letter -> tex(letter.getValue())));

    /** A name as the user typed it, or as the reader made it for an inner value ({@code h.z}, shown z_h). */
    static Lettering of(String name, boolean scalar, int version) {
        int dot = name.indexOf('.');
        String turned = dot < 0 ? name : name.substring(dot + 1) + "_" + name.substring(0, dot);
        Matcher typed = NAME.matcher(turned);
        String plain = typed.matches() && !typed.group(1).isEmpty()
                ? plainLetter(typed.group(1)) + turned.substring(typed.group(1).length())
                : turned;
        Matcher parts = NAME.matcher(lowered(turned));
        if (!parts.matches() || parts.group(1).isEmpty()) {
            return new Lettering(plain + primes(version), word(turned), texPrimes(version), "");
        }
        String number = parts.group(2);
        String below = parts.group(3).isEmpty() ? "" : subscript(parts.group(3));
        boolean lowerNumber = scalar && below.isEmpty();
        String raised = number.isEmpty() || lowerNumber ? "" : "^{(" + number + ")" + texPrimes(version) + "}";
        return new Lettering(
                plain + primes(version),
                letter(parts.group(1)),
                raised.isEmpty() ? texPrimes(version) : raised,
                lowerNumber ? number : below);
    }

    /** A name just as the user typed it, where the usual way would write another name so. */
    static Lettering typed(String name, int version) {
        return new Lettering(name + primes(version), word(name), texPrimes(version), "");
    }

    private static String primes(int version) {
        return "′".repeat(version);
    }

    private static String texPrimes(int version) {
        return "'".repeat(version);
    }

    private static String plainLetter(String word) {
        return LETTERS.getOrDefault(word, word);
    }

    /** Every Greek letter with its LaTeX. */
    static Map<String, String> greek() {
        return TEX;
    }

    private static String tex(String spelled) {
        return "\\" + (spelled.equals("epsilon") ? "varepsilon" : spelled);
    }

    private static String letter(String word) {
        String spelled = SPELLED.getOrDefault(word, word);
        if (LETTERS.containsKey(spelled)) {
            return tex(spelled);
        }
        return word.codePointCount(0, word.length()) == 1 && isAscii(word) ? word : word(word);
    }

    /** A name of several letters; one in other letters than the Latin ones, Chinese say, is text inside a formula. */
    private static String word(String word) {
        return isAscii(word) ? "\\mathit{" + escaped(word) + "}" : "\\text{" + LatexNotation.escaped(word) + "}";
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** Digits typed as subscripts, h₁, are a subscript. */
    private static String lowered(String name) {
        StringBuilder digits = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean low = c >= '₀' && c <= '₉';
            boolean first = low && digits.indexOf("_") < 0;
            digits.append(first ? "_" : "").appendCodePoint(low ? c - '₀' + '0' : c);
        });
        return digits.toString();
    }

    private static String subscript(String text) {
        Lettering inner = of(text, true, 0);
        return text.matches("\\d+")
                ? text
                : text.matches("[a-zA-Z]{2,}") && !LETTERS.containsKey(text)
                        ? "\\mathrm{" + text + "}"
                        : inner.form().latex();
    }

    private static String escaped(String text) {
        return text.replace("_", "\\_");
    }

    Form form() {
        return new Form(plain, base + raised + (lowered.isEmpty() ? "" : "_{" + lowered + "}"));
    }

    /** One element; the index counts from zero, what is written from one. */
    Form element(int[] index) {
        String below = lowered.isEmpty() ? index(index) : lowered + "," + index(index);
        return new Form(plain + lowered(index), base + raised + "_{" + below + "}");
    }

    /** An element with letters (i, j, n, k) for its index. */
    Form element(String letters) {
        String below = lowered.isEmpty() ? letters : lowered + "," + letters;
        return new Form(plain + letters(letters), base + raised + "_{" + below + "}");
    }

    /** Letters of an index in subscript. */
    static String letters(String letters) {
        return letters.chars().mapToObj(Lettering::lowered).collect(Collectors.joining());
    }

    private static String lowered(int c) {
        int at = "ijnkmuvrs+-0123456789".indexOf(c);
        return at < 0 ? String.valueOf((char) c) : "ᵢⱼₙₖₘᵤᵥᵣₛ₊₋₀₁₂₃₄₅₆₇₈₉".substring(at, at + 1);
    }

    /** An index as digits, with commas where one of them has several. */
    static String index(int[] index) {
        boolean commas = Arrays.stream(index).anyMatch(i -> i >= 9);
        return Arrays.stream(index)
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining(commas ? "," : ""));
    }

    /** An index in subscript digits. */
    static String lowered(int[] index) {
        return index(index)
                .chars()
                .mapToObj(c -> String.valueOf((char) (c == ',' ? ',' : c - '0' + '₀')))
                .collect(Collectors.joining());
    }
}

package chainstep.homework.paper;

import chainstep.homework.Finding;
import chainstep.homework.Marked;
import chainstep.homework.MarkedSheet;
import chainstep.homework.Verdict;
import chainstep.homework.mistake.Diagnosis;
import chainstep.math.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a class did, counted: grows by a sheet at a time and keeps no sheet. */
public final class Tally {
    /** In place of a mistake: none that is known. */
    static final String UNKNOWN = "";

    /** In place of a mistake: what gives the number might do so by chance. */
    static final String CONSISTENT = "?";

    /** In place of a mistake: the right value, with too few digits. */
    static final String BLUNT = "≈";

    /** In place of a mistake: wrong, with too few digits to tell why. */
    static final String BRIEF = "<3";

    /** In place of a mistake: wrong by the teacher's word alone. */
    static final String TEACHER = "!";

    private static final List<String> LAST = List.of(CONSISTENT, BLUNT, TEACHER, BRIEF, UNKNOWN);

    private final List<Rational> totals = new ArrayList<>();
    private final Map<Integer, Map<Verdict, Integer>> verdicts = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> slips = new TreeMap<>();
    private final Map<String, Finding.Slip> known = new HashMap<>();
    private long overridden;
    private int damaged;
    private int unread;
    private int lost;

    public void add(MarkedSheet sheet) {
        unread += sheet.sheet().unread() > 0 ? 1 : 0;
        lost += sheet.sheet().unread() > 0 && sheet.sheet().isEmpty() ? 1 : 0;
        totals.add(sheet.marks());
        for (int question = 0; question < sheet.answers().size(); question++) {
            Marked one = sheet.answers().get(question);
            verdicts.computeIfAbsent(question, k -> new EnumMap<>(Verdict.class))
                    .merge(one.verdict(), 1, Integer::sum);
            if (one.verdict() == Verdict.SLIP) {
                slips.computeIfAbsent(mistake(one), code -> new TreeMap<>()).merge(question, 1, Integer::sum);
            }
        }
    }

    void overridden(long more) {
        overridden += more;
    }

    /** How many verdicts are the teacher's. */
    long overridden() {
        return overridden;
    }

    public void addDamaged() {
        damaged++;
    }

    /** The code of what fits best, where it is said and not only consistent. */
    private String mistake(Marked one) {
        if (one.isBlunt()) {
            return BLUNT;
        } else if (one.because().key().equals("remarks.teacher")
                && one.findings().isEmpty()) {
            return TEACHER;
        } else if (one.findings().isEmpty() || one.findings().get(0).strength() != Finding.Strength.MATCH) {
            return Diagnosis.isTooShort(one) ? BRIEF : one.findings().isEmpty() ? UNKNOWN : CONSISTENT;
        }
        Finding.Slip slip = one.findings().get(0).slips().get(0);
        known.putIfAbsent(slip.code(), slip);
        return slip.code();
    }

    /** Whether not one sheet could be read, not a row of it. */
    public boolean isLost() {
        return totals.size() == lost;
    }

    public int sheets() {
        return totals.size();
    }

    public int damaged() {
        return damaged;
    }

    /** How many sheets were marked that have rows that answer nothing. */
    public int unread() {
        return unread;
    }

    List<Rational> totals() {
        return List.copyOf(totals);
    }

    int count(int question, Verdict verdict) {
        return verdicts.getOrDefault(question, Map.of()).getOrDefault(verdict, 0);
    }

    /** How often a mistake was made in a question. */
    int count(int question, String code) {
        return slips.getOrDefault(code, Map.of()).getOrDefault(question, 0);
    }

    int count(String code) {
        return slips.getOrDefault(code, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The mistakes that were made, the commonest first; what is no known mistake last. */
    List<String> mistakes() {
        return slips.keySet().stream()
                .sorted(Comparator.<String>comparingInt(LAST::indexOf).thenComparing(code -> -count(code)))
                .toList();
    }

    /** A slip of this code. */
    Finding.Slip slip(String code) {
        return known.get(code);
    }
}

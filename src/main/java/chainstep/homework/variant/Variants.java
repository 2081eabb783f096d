package chainstep.homework.variant;

import chainstep.data.Lcg;
import chainstep.graph.OperandException;
import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.homework.answer.Student;
import chainstep.lang.ChainReader;
import chainstep.lang.Directive;
import chainstep.lang.Model;
import chainstep.lang.NumberEdit;
import chainstep.lang.Source;
import chainstep.lang.SourceError;
import chainstep.lang.Span;
import chainstep.words.Phrase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Draws numbers for each student until they are nice.
 *
 * <p>What a student gets hangs on the assignment, the seed and the student alone: who joins later changes nobody's sheet. What the
 * assignment itself has, or nearly all draws have, is taken to lie in it and is no fault. Prepared once; safe for several threads.
 */
public final class Variants {
    private static final int FIRST = 9;
    private static final int DRAWS = 400;
    private static final int PATIENCE = 100;
    /** How many draws are looked at for mistakes that look alike, which takes its time: the fewer, the more there is to look at. */
    private static final int MOST_INSPECTED = 60;

    private static final int FEWEST_INSPECTED = 6;
    private static final int WORK = 400_000;

    /** From so many draws it is learned which mistakes look alike in this network anyway. */
    private static final int LEARNED = 6;

    private final Assignment assignment;
    private final Path folder;
    private final Recipe recipe;
    private final Source source;
    private final long seed;
    private final Set<String> inborn = new HashSet<>();
    private Lookalikes lookalikes;

    private record Drawn(String source, Map<Span, String> numbers, Worked worked) {}

    /** @param born how grave all is together that lies in the assignment */
    private record Judged(Drawn drawn, List<Fault> faults, int born, int draws) {
        boolean isBetterThan(Judged best) {
            return best == null || grave() < best.grave() || grave() == best.grave() && born < best.born();
        }

        /** Whether more draws are worth it: some, where only what lies in the assignment is left. */
        boolean mayBeBettered(int draws) {
            return grave() > 0 || born > 0 && draws < PATIENCE;
        }

        int grave() {
            return faults.stream().mapToInt(Fault::grave).sum();
        }
    }

    /**
     * @param folder where the data files are looked for that the assignment reads
     * @throws SourceError when it cannot be worked out there
     */
    public Variants(Assignment assignment, Path folder, long seed) {
        this.assignment = assignment;
        this.folder = folder;
        this.seed = seed;
        this.recipe = new Recipe(assignment.model());
        this.source = assignment.model().source();
        ChainReader.read(source, folder);
        if (!recipe.isEmpty()) {
            learn();
        }
    }

    /** How many different variants there are, about; one where no number can be another. */
    public double size() {
        return recipe.isEmpty() ? 1 : recipe.size();
    }

    /** What the assignment itself has, or nearly all of some draws have. */
    private void learn() {
        Map<String, Integer> met = new HashMap<>();
        Inspection.ofValues(Worked.of(assignment)).forEach(fault -> inborn.add(fault.key()));
        List<Drawn> some = IntStream.range(0, FIRST)
                .mapToObj(k -> drawn(recipe.draw(Lcg.keyed(seed, -1, k))))
                .flatMap(Optional::stream)
                .toList();
        for (Drawn one : some) {
            Inspection.ofValues(one.worked()).stream()
                    .map(Fault::key)
                    .distinct()
                    .forEach(key -> met.merge(key, 1, Integer::sum));
        }
        met.forEach((key, times) -> {
            if (some.size() > 1 && times >= some.size() - 1) {
                inborn.add(key);
            }
        });
    }

    /** The variant of a student. */
    public Variant of(Student student) {
        return of(student, 0);
    }

    /**
     * The variant of a student.
     *
     * @param again how many were refused, as another student has the same
     */
    Variant of(Student student, int again) {
        byte[] key = digest(student);
        long own = bits(key, 0);
        Judged best = null;
        int inspected = 0;
        int work = assignment.questions().size() * assignment.model().program().size();
        int most = Math.max(FEWEST_INSPECTED, Math.min(MOST_INSPECTED, WORK / work));
        for (int k = 0; k < DRAWS && inspected < most && (best == null || best.mayBeBettered(k)); k++) {
            Lcg chance = Lcg.keyed(seed, own, again, k);
            Optional<Drawn> drawn = drawn(recipe.draw(chance));
            if (drawn.isPresent()) {
                Judged next =
                        judged(drawn.get(), Inspection.ofValues(drawn.get().worked()), k + 1);
                if (next.grave() == 0 && next.isBetterThan(best)) {
                    inspected++;
                    next = new Judged(drawn.get(), accidents(drawn.get(), chance), next.born(), k + 1);
                }
                best = next.isBetterThan(best) ? next : best;
            }
        }
        if (best == null) {
            List<Phrase> none = List.of(Phrase.of("homework", "variant.unfit"));
            return new Variant(student, id(key, again), text(Map.of()), List.of(), DRAWS, none);
        }
        return new Variant(
                student,
                id(key, again),
                best.drawn().source(),
                List.copyOf(best.drawn().numbers().values()),
                best.draws(),
                Inspection.said(best.faults().stream()
                        .sorted(Comparator.comparingInt(Fault::grave).reversed())
                        .toList()));
    }

    private Judged judged(Drawn drawn, List<Fault> faults, int draws) {
        List<Fault> own =
                faults.stream().filter(fault -> !inborn.contains(fault.key())).toList();
        int all = faults.stream().mapToInt(Fault::grave).sum();
        return new Judged(drawn, own, all - own.stream().mapToInt(Fault::grave).sum(), draws);
    }

    /** Different mistakes that give one number, though they do not in this network. */
    private List<Fault> accidents(Drawn drawn, Lcg chance) {
        return lookalikes()
                .of(
                        drawn.worked(),
                        () -> drawn(recipe.nudged(drawn.numbers(), chance)).map(Drawn::worked));
    }

    synchronized Lookalikes lookalikes() {
        if (lookalikes == null) {
            List<Worked> some = IntStream.range(0, recipe.isEmpty() ? 0 : LEARNED)
                    .mapToObj(k -> drawn(recipe.draw(Lcg.keyed(seed, -1, k))).map(Drawn::worked))
                    .flatMap(Optional::stream)
                    .toList();
            lookalikes = new Lookalikes(some.isEmpty() ? List.of(Worked.of(assignment)) : some);
        }
        return lookalikes;
    }

    /** Empty where the model cannot be run with such numbers. */
    private Optional<Drawn> drawn(Map<Span, String> numbers) {
        String text = text(numbers);
        try {
            Model model = ChainReader.read(Source.of(source.name(), text), folder);
            return Optional.of(new Drawn(text, numbers, Worked.of(Assignment.of(model))));
        } catch (SourceError | OperandException unfit) {
            return Optional.empty();
        }
    }

    /** The source with other numbers; what was expected of the old ones becomes a comment. */
    private String text(Map<Span, String> numbers) {
        Map<Span, String> others = new LinkedHashMap<>(numbers);
        for (Directive.Expect expect : assignment.model().directives(Directive.Expect.class)) {
            String line = source.text(expect.span());
            others.put(expect.span(), "# " + line.replaceAll("\\r\\n?|\\n", "$0# "));
        }
        return NumberEdit.replaced(source, others);
    }

    private String id(byte[] key, int again) {
        for (long turn = again; ; turn += 1000) {
            Optional<String> id = SheetId.of(bits(key, 8) + turn * 0x9E3779B97F4A7C15L >>> 1);
            if (id.isPresent()) {
                return id.get();
            }
        }
    }

    private byte[] digest(Student student) {
        try {
            String all = String.join("\n", source.text(), String.valueOf(seed), student.name(), student.number());
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    private static long bits(byte[] bytes, int from) {
        return java.nio.ByteBuffer.wrap(bytes).getLong(from);
    }
}

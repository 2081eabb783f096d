package chainstep.homework.paper;

import chainstep.data.WholeFile;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.homework.Worked;
import chainstep.homework.answer.SheetWriter;
import chainstep.homework.variant.Register;
import chainstep.homework.variant.Variant;
import chainstep.lang.ChainReader;
import chainstep.lang.Source;
import chainstep.math.Format;
import chainstep.math.Tensor;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What a student with own numbers gets, and what the teacher keeps: the assignment, a worksheet, a blank sheet and the key. */
public final class Handout {
    /** Within the folder, the worksheets to be printed. */
    public static final String WORKSHEETS = "worksheets";

    /** Within the folder, the blank sheets. */
    public static final String SHEETS = "sheets";

    /** Within the folder, the right answers. */
    public static final String KEY = "key";

    private static final int DIGITS = 4;
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e6;

    private final Paper paper;
    private final Path out;

    /** @param out the folder for what is written */
    public Handout(Paper paper, Path out) {
        this.paper = paper;
        this.out = out;
    }

    /** Writes all that belongs to a variant: the same bytes for the same. */
    public void write(Variant variant) throws IOException {
        String id = variant.id();
        String student = variant.student().name();
        Path assignments = out.resolve(Register.ASSIGNMENTS);
        WholeFile.write(assignments.resolve(id + ".chain"), variant.source());
        Worked worked =
                Worked.of(Assignment.of(ChainReader.read(Source.of(id + ".chain", variant.source()), assignments)));
        SheetWriter writer = new SheetWriter(worked.assignment(), paper.locale());
        WholeFile.write(out.resolve(SHEETS).resolve(id + ".csv"), writer.csv(student, id));
        WholeFile.write(out.resolve(KEY).resolve(id + ".csv"), writer.csv(student, id, key(worked)));
        Paper own = paper.of(worked);
        WholeFile.write(out.resolve(WORKSHEETS).resolve(id + ".pdf"), own.pdf(new Worksheet(own).page(student, id)));
    }

    /** The right answers, to the digits that each question asks for. */
    private static List<String> key(Worked worked) {
        List<Question> questions = worked.assignment().questions();
        return IntStream.range(0, questions.size())
                .mapToObj(
                        k -> written(worked.exact(k), questions.get(k).digits().orElse(DIGITS)))
                .toList();
    }

    /** Row by row. */
    private static String written(Tensor value, int digits) {
        int columns =
                value.shape().rank() < 2 ? 1 : value.shape().dim(value.shape().rank() - 1);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < value.size(); k++) {
            String before = k == 0 ? "" : k % columns == 0 ? "; " : ", ";
            text.append(before).append(written(value.get(k), digits));
        }
        return text.toString();
    }

    /** With its zeros at the end, which count. */
    private static String written(double number, int digits) {
        if (!Double.isFinite(number) || number == 0) {
            return Format.number(number);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits));
        double size = Math.abs(number);
        return size >= SMALL && size < LARGE
                ? rounded.toPlainString()
                : rounded.toString().replace("E", "e").replace("e+", "e");
    }
}

package chainstep.homework.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A class of students of the sample assignment: good ones, careless ones, lazy ones, and some who mean harm. */
public final class GeneratedClass {
    private static final List<String> QUESTIONS = List.of(
            "z1[0]",
            "h[0]",
            "o[0]",
            "E",
            "grad(z2)[0]",
            "grad(W2)[0, 0]",
            "grad(h)[0]",
            "grad(z1)[0]",
            "grad(W1)[0, 0]",
            "new(W2)[0, 0]");
    private static final List<String> RIGHT = List.of(
            "0.3775", "0.5933", "0.7514", "0.2984", "0.1385", "0.08217", "0.03635", "0.008771", "0.0004386", "0.3589");
    /** One mistake each, some in hundred different ways. */
    private static final List<List<String>> WRONG = List.of(
            List.of("0.3675", "0.7275"),
            List.of("0.4067"),
            List.of("0.6514"),
            List.of("0.1492", "0.5967"),
            List.of("-0.1385", "0.7414"),
            List.of("0.1385", "0.1643", "-0.08217", "0.09579"),
            List.of("0.0554", "0.03826", "-0.01905"),
            List.of("0.03635", "-0.008771"),
            List.of("0.008771", "0.0007186"),
            List.of("0.4411", "0.3178"));

    private final Random random = new Random(1);
    private final Path folder;

    private GeneratedClass(Path folder) {
        this.folder = folder;
    }

    /** How many of the sheets cannot be read. */
    public static int write(Path folder, int size) throws IOException {
        Files.createDirectories(folder);
        GeneratedClass made = new GeneratedClass(folder);
        int damaged = 0;
        for (int k = 0; k < size; k++) {
            damaged += made.sheet(k) ? 0 : 1;
        }
        return damaged;
    }

    /** @return whether it can be read */
    private boolean sheet(int k) throws IOException {
        switch (k % 20) {
            case 17 -> {
                return harmful(k);
            }
            case 18 -> text(k, "student " + k, 10, 0);
            case 19 -> {
                return damaged(k);
            }
            default -> text(k, "学生 " + k, 0, k % 20 < 8 ? 0 : k % 20 < 14 ? 1 : 3);
        }
        return true;
    }

    private void text(int k, String student, int blank, int slips) throws IOException {
        StringBuilder sheet = new StringBuilder("# student: " + student + "\nquantity,answer\n");
        for (int question = 0; question < QUESTIONS.size(); question++) {
            boolean wrong = random.nextInt(QUESTIONS.size()) < slips;
            List<String> wrongs = WRONG.get(question);
            String answer = wrong ? wrongs.get(random.nextInt(wrongs.size())) : RIGHT.get(question);
            sheet.append('"').append(QUESTIONS.get(question)).append("\",");
            sheet.append(question < blank ? "" : answer).append('\n');
        }
        Files.writeString(folder.resolve("sheet-%03d.csv".formatted(k)), sheet.toString());
    }

    private boolean harmful(int k) throws IOException {
        switch (k / 20 % 5) {
            case 0 -> text(k, "../../../../evil", 0, 1);
            case 1 -> text(k, "=HYPERLINK(\"\"http://x\"\")", 0, 1);
            case 2 -> text(k, "<script>alert(1)</script>@SUM(A1)\u0007", 0, 2);
            case 3 -> {
                String sheet = "quantity,answer\nE,\"=cmd|' /C calc'!A0\"\nh[0],((((((((((1\n";
                Files.writeString(folder.resolve("sheet-%03d.csv".formatted(k)), sheet);
            }
            default -> {
                Files.write(folder.resolve("sheet-%03d.xlsx".formatted(k)), bomb());
                return false;
            }
        }
        return true;
    }

    private boolean damaged(int k) throws IOException {
        byte[] bytes = k / 20 % 2 == 0 ? new byte[] {'P', 'K', 3, 4, 1, 2, 3} : new byte[0];
        Files.write(folder.resolve("sheet-%03d.xlsx".formatted(k)), bytes);
        return false;
    }

    /** A workbook of 60 kilobytes whose sheet unpacks to 60 megabytes. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int k = 0; k < 60; k++) {
                    zip.write(blanks);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

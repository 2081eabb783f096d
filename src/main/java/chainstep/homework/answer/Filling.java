package chainstep.homework.answer;

import chainstep.homework.Answer;
import chainstep.homework.AnswerSheet;
import chainstep.homework.Assignment;
import chainstep.homework.Question;
import chainstep.homework.answer.Row.Cell;
import chainstep.lang.SourceError;
import chainstep.words.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the rows of a sheet to the questions of an assignment: by what a name means, however it is written. */
final class Filling {
    private static final int MOST_REMARKS = 100;

    /** The header is one of so many first rows. */
    private static final int MOST_ABOVE = 10;

    private final Assignment assignment;
    private final AnswerReader reader;
    private final Asked asked;

    Filling(Assignment assignment) {
        this.assignment = assignment;
        this.reader = new AnswerReader(assignment.model());
        this.asked = new Asked(assignment);
    }

    AnswerSheet sheet(String file, Table table) {
        return new Sheet(file, false).read(table);
    }

    /** What is answered of the assignment, and of what else has a name in the model, section by section. */
    Assignment answered(String file, Table table) {
        Sheet sheet = new Sheet(file, true);
        List<Answer> answers = sheet.read(table).answers();
        Sections sections = new Sections(assignment.model());
        List<Question> answered = Stream.concat(
                        IntStream.range(0, answers.size())
                                .filter(k -> !(answers.get(k) instanceof Answer.Blank))
                                .mapToObj(assignment.questions()::get),
                        sheet.more.stream())
                .sorted(Comparator.comparing(sections::of))
                .toList();
        return new Assignment(assignment.model(), answered);
    }

    /** What was written in one form and read otherwise: the first, its place among the remarks, and how many more there are. */
    private record Heard(Phrase first, int place, int more) {}

    /** An array where its parts are asked. */
    private record Whole(int row, String name, Cell cell, Meant meant) {}

    /** One sheet while it is read. */
    private final class Sheet {
        private final String file;
        private final boolean open;
        private final List<Question> more = new ArrayList<>();
        private final List<Phrase> remarks = new ArrayList<>();
        private final Map<String, Heard> heard = new HashMap<>();
        private final Map<Integer, Answer> answers = new HashMap<>();
        private final Map<Integer, Map<Integer, String>> elements = new HashMap<>();
        private final List<Whole> wholes = new ArrayList<>();
        private String student = "";
        private String id = "";
        private Optional<Columns> columns = Optional.empty();
        private int width = 2;
        private int header;

        /** @param open whether more may be answered than is asked */
        Sheet(String file, boolean open) {
            this.file = file;
            this.open = open;
        }

        AnswerSheet read(Table table) {
            remarks.addAll(table.remarks());
            List<Row> rows = table.rows().stream().filter(row -> !row.isBlank()).toList();
            header = rows.stream()
                    .limit(MOST_ABOVE)
                    .filter(row -> Columns.of(row).isPresent())
                    .findFirst()
                    .map(Row::number)
                    .orElse(0);
            rows.forEach(this::take);
            if (columns.isEmpty()) {
                throw new SheetException("sheet.empty", file);
            }
            elements.keySet().forEach(this::assemble);
            wholes.forEach(this::spread);
            List<Answer> all = IntStream.range(0, assignment.questions().size())
                    .mapToObj(question -> answers.getOrDefault(question, Answer.BLANK))
                    .toList();
            return new AnswerSheet(student, id, all, remarks);
        }

        private void take(Row row) {
            String first = row.cell(0).text().strip();
            if (first.startsWith("#") || first.startsWith("＃")) {
                String remark = row.cells().stream()
                        .map(Cell::text)
                        .collect(Collectors.joining(","))
                        .replaceAll("[,\\s]+$", "");
                Columns.student(remark).ifPresent(name -> student = Wording.shortened(name));
                Columns.id(remark).filter(none -> id.isEmpty()).ifPresent(name -> id = Wording.shortened(name));
            } else if (columns.isEmpty()) {
                begin(row);
            } else {
                answer(row, columns.get());
            }
        }

        /** Until the columns are known: the header itself, answers without one, or what stands above it. */
        private void begin(Row row) {
            Optional<Columns> named = Columns.of(row);
            if (named.isPresent()) {
                columns = named;
                width = row.cells().size();
            } else if (isAnswer(row)) {
                columns = Optional.of(Columns.USUAL);
                answer(row, Columns.USUAL);
            } else if (!isNamed(row)) {
                passOver(row);
            }
        }

        private boolean isAnswer(Row row) {
            String first = row.cell(0).text();
            return row.cells().size() > 1
                    && !Columns.isHeader(row)
                    && (asked.isKnown(first) || open && asked.named(first).isPresent());
        }

        /** Takes the name or the id from a row that tells them. */
        private boolean isNamed(Row row) {
            Optional<String> name = Columns.studentBeside(row).map(Wording::shortened);
            Optional<String> number = Columns.idBeside(row).map(Wording::shortened);
            student = name.orElse(student);
            id = id.isEmpty() ? number.orElse(id) : id;
            return name.isPresent() || number.isPresent();
        }

        private void passOver(Row row) {
            List<String> texts = row.cells().stream()
                    .map(cell -> cell.text().strip())
                    .filter(text -> !text.isEmpty())
                    .limit(6)
                    .toList();
            String here = Wording.shortened(String.join(", ", texts));
            if (header == 0 && Columns.isOfStudents(row)) {
                throw new SheetException("sheet.list", file);
            } else if (row.number() > header) {
                throw new SheetException("sheet.columns", file, row.number(), here);
            } else if (texts.size() > 1) {
                remark("sheet.above", row.number(), here);
            }
        }

        private void answer(Row row, Columns where) {
            String name = row.cell(where.student()).text().strip();
            if (!name.isEmpty() && !student.isEmpty() && !student.equals(Wording.shortened(name))) {
                remark("sheet.student", row.number(), Wording.shortened(name), student);
            } else if (!name.isEmpty()) {
                student = Wording.shortened(name);
            }
            String sheet = row.cell(where.id()).text().strip();
            id = id.isEmpty() ? Wording.shortened(sheet) : id;
            String quantity = row.cell(where.quantity()).text().strip();
            if (!quantity.isEmpty()) {
                put(row, quantity, row.cell(where.answer(), width));
            }
        }

        private void put(Row row, String quantity, Cell cell) {
            Optional<Asked.Target> target;
            try {
                target = asked.target(quantity);
            } catch (SourceError unknown) {
                Object why = unknown.advice()
                        .<Object>map(advice -> Phrase.of("homework", "answer.advised", unknown.phrase(), advice))
                        .orElse(unknown.phrase());
                remark("sheet.unknown", row.number(), why);
                return;
            }
            Optional<Meant> whole = target.isEmpty() && !open ? asked.whole(quantity) : Optional.empty();
            if (whole.isPresent()) {
                wholes.add(new Whole(row.number(), Wording.shortened(quantity), cell, whole.get()));
                return;
            } else if (target.isEmpty()) {
                putOther(row, quantity, cell);
                return;
            }
            int question = target.get().question();
            if (target.get().element().isPresent() && cell.trouble().isEmpty()) {
                Map<Integer, String> known = elements.computeIfAbsent(question, none -> new LinkedHashMap<>());
                known.put(target.get().element().getAsInt(), cell.text().strip());
                return;
            }
            Answer answer = cell.trouble()
                    .<Answer>map(why -> new Answer.Unreadable(cell.text(), why))
                    .orElseGet(() ->
                            reader.read(cell.text(), assignment.questions().get(question)));
            keep(row, quantity, question, answer);
            if (cell.computed()) {
                remark("sheet.computed", row.number(), Wording.shortened(quantity), cell.text());
            }
        }

        /** What no question asks by itself. */
        private void putOther(Row row, String quantity, Cell cell) {
            Optional<Piece> piece = open || cell.trouble().isPresent() ? Optional.empty() : asked.piece(quantity);
            if (piece.isPresent()) {
                take(piece.get(), cell.text());
            } else if (open && !cell.text().isBlank() && more.size() < MOST_REMARKS) {
                asked.named(quantity)
                        .filter(one ->
                                more.stream().noneMatch(known -> known.text().equals(one.text())))
                        .ifPresent(more::add);
            } else {
                remark("sheet.extra", row.number(), Wording.shortened(quantity));
            }
        }

        /** Puts the numbers of a row to the array that is asked. */
        private void take(Piece piece, String text) {
            Answer answer = piece.read(assignment, reader, text);
            if (answer instanceof Answer.Numbers numbers) {
                elements.computeIfAbsent(piece.question(), none -> new LinkedHashMap<>())
                        .putAll(piece.places(numbers));
            } else if (!(answer instanceof Answer.Blank)) {
                answers.putIfAbsent(piece.question(), answer);
            }
        }

        private void keep(Row row, String quantity, int question, Answer answer) {
            Answer before = answers.getOrDefault(question, Answer.BLANK);
            if (answer instanceof Answer.Blank && !(before instanceof Answer.Blank)) {
                return;
            } else if (!(before instanceof Answer.Blank) && !before.equals(answer)) {
                remark("sheet.twice", row.number(), Wording.shortened(quantity));
            }
            answers.put(question, answer);
            AnswerReader.echo(answer)
                    .ifPresent(echo -> hear(
                            Wording.form(answer.written()), Phrase.of("homework", "sheet.heard", row.number(), echo)));
        }

        /** Makes one answer of numbers that were given one by one. */
        private void assemble(int question) {
            Question asking = assignment.questions().get(question);
            Map<Integer, String> known = elements.get(question);
            if (answers.getOrDefault(question, Answer.BLANK) instanceof Answer.Blank) {
                answers.put(question, reader.each(known, asking));
            }
        }

        /** Remarks but the first of what is written in one form and read otherwise, and how many more there are. */
        private void hear(String form, Phrase echo) {
            Heard before = heard.get(form);
            if (before == null) {
                heard.put(form, new Heard(echo, remarks.size(), 0));
                remark(echo);
            } else if (before.place() < remarks.size()) {
                Heard now = new Heard(before.first(), before.place(), before.more() + 1);
                heard.put(form, now);
                remarks.set(now.place(), Phrase.of("homework", "sheet.heard.more", now.first(), now.more()));
            }
        }

        /** Puts an array to the questions that ask for its parts; what was given alone counts before it. */
        private void spread(Whole whole) {
            Spread parts = new Spread(assignment, reader, whole.meant(), whole.cell());
            boolean twice = false;
            for (int question : asked.parts(whole.meant())) {
                Answer answer = parts.of(question, asked.meant(question));
                Answer before = answers.getOrDefault(question, Answer.BLANK);
                if (before instanceof Answer.Blank) {
                    answers.put(question, answer);
                } else {
                    twice |= !(answer instanceof Answer.Blank) && !Spread.isSame(before, answer);
                }
            }
            if (twice) {
                remark("sheet.both", whole.row(), whole.name());
            }
        }

        private void remark(String key, Object... arguments) {
            remark(Phrase.of("homework", key, arguments));
        }

        private void remark(Phrase remark) {
            if (remarks.size() < MOST_REMARKS) {
                remarks.add(remark);
            }
        }
    }
}

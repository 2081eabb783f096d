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
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the rows of a sheet to the questions of an assignment: by what a name means, however it is written. */
final class Filling {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_REMARKS = 100;

    private final Assignment assignment;
    private final HandNames names;
    private final AnswerReader reader;
    private final List<Optional<Meant>> asked;

    Filling(Assignment assignment) {
        this.assignment = assignment;
        this.names = new HandNames(assignment.model());
        this.reader = new AnswerReader(assignment.model());
        this.asked = assignment.questions().stream()
                .map(question -> names.meant(question.quantity()))
                .toList();
    }

    AnswerSheet sheet(String file, List<Row> rows) {
        return new Sheet(file, false).read(rows);
    }

    /** What is answered of the assignment, and of what else has a name in the model, section by section. */
    Assignment answered(String file, List<Row> rows) {
        Sheet sheet = new Sheet(file, true);
        List<Answer> answers = sheet.read(rows).answers();
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

    /** Where a row's answer goes: to a question, or to one number of it. */
    private record Target(int question, OptionalInt element) {}

    /** One sheet while it is read. */
    private final class Sheet {
        private final String file;
        private final boolean open;
        private final List<Question> more = new ArrayList<>();
        private final List<Phrase> remarks = new ArrayList<>();
        private final Map<Integer, Answer> answers = new HashMap<>();
        private final Map<Integer, Map<Integer, String>> elements = new HashMap<>();
        private String student = "";
        private String id = "";
        private Optional<Columns> columns = Optional.empty();
        private int width = 2;

        /** @param open whether more may be answered than is asked */
        Sheet(String file, boolean open) {
            this.file = file;
            this.open = open;
        }

        AnswerSheet read(List<Row> rows) {
            for (Row row : rows) {
                if (!row.isBlank()) {
                    take(row);
                }
            }
            if (columns.isEmpty()) {
                throw new SheetException("sheet.empty", file);
            }
            elements.keySet().forEach(this::assemble);
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
                Columns.student(remark).ifPresent(name -> student = shortened(name));
                Columns.id(remark).filter(none -> id.isEmpty()).ifPresent(name -> id = shortened(name));
            } else if (columns.isEmpty()) {
                begin(row);
            } else {
                answer(row, columns.get());
            }
        }

        private void begin(Row row) {
            columns = Columns.of(row);
            if (columns.isPresent()) {
                width = row.cells().size();
            } else {
                if (Columns.isHeader(row)
                        || row.cells().size() < 2
                        || target(row.cell(0).text()).isEmpty()
                                && !(open && named(row.cell(0).text()).isPresent())) {
                    String here = row.cells().stream()
                            .limit(6)
                            .map(cell -> cell.text().strip())
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", "));
                    throw new SheetException("sheet.columns", file, row.number(), shortened(here));
                }
                columns = Optional.of(Columns.USUAL);
                answer(row, Columns.USUAL);
            }
        }

        private void answer(Row row, Columns where) {
            String name = row.cell(where.student()).text().strip();
            if (!name.isEmpty() && !student.isEmpty() && !student.equals(shortened(name))) {
                remark("sheet.student", row.number(), shortened(name), student);
            } else if (!name.isEmpty()) {
                student = shortened(name);
            }
            String sheet = row.cell(where.id()).text().strip();
            id = id.isEmpty() ? shortened(sheet) : id;
            String quantity = row.cell(where.quantity()).text().strip();
            if (!quantity.isEmpty()) {
                put(row, quantity, row.cell(where.answer(), width));
            }
        }

        private void put(Row row, String quantity, Cell cell) {
            Optional<Target> target;
            try {
                target = asked(quantity);
            } catch (SourceError unknown) {
                Object why = unknown.advice()
                        .<Object>map(advice -> Phrase.of("homework", "answer.advised", unknown.phrase(), advice))
                        .orElse(unknown.phrase());
                remark("sheet.unknown", row.number(), why);
                return;
            }
            if (target.isEmpty() && open && !cell.text().isBlank() && more.size() < MOST_REMARKS) {
                named(quantity)
                        .filter(one ->
                                more.stream().noneMatch(known -> known.text().equals(one.text())))
                        .ifPresent(more::add);
                return;
            } else if (target.isEmpty()) {
                remark("sheet.extra", row.number(), shortened(quantity));
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
                remark("sheet.computed", row.number(), shortened(quantity), cell.text());
            }
        }

        private void keep(Row row, String quantity, int question, Answer answer) {
            Answer before = answers.getOrDefault(question, Answer.BLANK);
            if (answer instanceof Answer.Blank && !(before instanceof Answer.Blank)) {
                return;
            } else if (!(before instanceof Answer.Blank) && !before.equals(answer)) {
                remark("sheet.twice", row.number(), shortened(quantity));
            }
            answers.put(question, answer);
            AnswerReader.echo(answer).ifPresent(echo -> remark("sheet.heard", row.number(), echo));
        }

        /** Makes one answer of numbers that were given one by one. */
        private void assemble(int question) {
            Question asking = assignment.questions().get(question);
            Map<Integer, String> known = elements.get(question);
            if (answers.getOrDefault(question, Answer.BLANK) instanceof Answer.Blank) {
                answers.put(question, reader.each(known, asking));
            }
        }

        private void remark(String key, Object... arguments) {
            if (remarks.size() < MOST_REMARKS) {
                remarks.add(Phrase.of("homework", key, arguments));
            }
        }
    }

    /** What is not asked, but has a name in the model. */
    private Optional<Question> named(String written) {
        try {
            Optional<Meant> meant = names.meant(names.read(written).quantity());
            return meant.map(one -> assignment.question(one.text(assignment.model())));
        } catch (SourceError unknown) {
            return Optional.empty();
        }
    }

    /** The question that a name means; empty where it is not asked, or means nothing. */
    private Optional<Target> target(String written) {
        try {
            return asked(written);
        } catch (SourceError unknown) {
            return Optional.empty();
        }
    }

    /** @throws SourceError when it is no quantity at all */
    private Optional<Target> asked(String written) {
        String text = written.matches("(?s)'[=+\\-@].*") ? written.substring(1) : written;
        for (int question = 0; question < asked.size(); question++) {
            if (assignment.questions().get(question).text().equals(text)) {
                return Optional.of(new Target(question, OptionalInt.empty()));
            }
        }
        HandNames.Heard heard = names.read(text);
        Optional<Meant> meant = names.meant(heard.quantity());
        return meant.isPresent()
                ? asked(meant.get())
                        .or(() -> meant.filter(one -> one.of().isPresent() && one.kind() == Meant.Kind.GRADIENT)
                                .flatMap(one -> asked(one.as(Meant.Kind.LOCAL))))
                : same(heard.quantity().text());
    }

    private Optional<Target> same(String text) {
        return IntStream.range(0, asked.size())
                .filter(question ->
                        bare(assignment.questions().get(question).text()).equals(bare(text)))
                .mapToObj(question -> new Target(question, OptionalInt.empty()))
                .findFirst();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private Optional<Target> asked(Meant meant) {
        int whole = asked.indexOf(Optional.of(meant));
        if (whole >= 0) {
            return Optional.of(new Target(whole, OptionalInt.empty()));
        }
        for (int question = 0; question < asked.size(); question++) {
            Optional<Meant> one = asked.get(question);
            boolean within = one.isPresent()
                    && meant.isWithin(one.get())
                    && meant.shape(assignment.model()).size() == 1;
            boolean full =
                    meant.index().size() == meant.whole(assignment.model()).rank();
            if (within && full) {
                int element = meant.elementOf(
                        one.get(), assignment.questions().get(question).shape());
                return Optional.of(new Target(question, OptionalInt.of(element)));
            }
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }
}

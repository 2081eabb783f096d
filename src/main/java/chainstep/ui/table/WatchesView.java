package chainstep.ui.table;

import chainstep.debug.Breakpoint;
import chainstep.debug.Stop;
import chainstep.debug.Watch;
import chainstep.ui.DebugController;
import chainstep.ui.DebugScene;
import chainstep.ui.DebugView;
import chainstep.ui.Sitting;
import chainstep.ui.StopWords;
import chainstep.ui.Stops;
import chainstep.ui.Typed;
import chainstep.ui.look.Hue;
import chainstep.ui.look.Letters;
import chainstep.ui.number.Bubble;
import chainstep.words.Phrase;
import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;

/** Watches and breakpoints: what they see, whether they are armed; new ones are written in the line below. */
public final class WatchesView extends JPanel implements DebugView {
    private static final long serialVersionUID = 1L;
    private static final String BREAK = "break ";

    private final transient DebugController controller;
    private final Rows<StopRow> rows = new Rows<>("");
    private final StopCell cell = new StopCell();
    private final JTable table = new JTable(rows);
    private final JTextField field = new JTextField();
    private final JLabel wrong = new JLabel();
    private transient Optional<Phrase> trouble = Optional.empty();
    /** The number of rows there are once what was written is one of them; 0 where nothing is waited for. */
    private int awaited;

    private final JScrollPane scroll = new JScrollPane(table);

    public WatchesView(DebugController controller) {
        super(new BorderLayout());
        this.controller = controller;
        table.setDefaultRenderer(Object.class, cell);
        table.setTableHeader(null);
        table.setShowGrid(false);
        table.setIntercellSpacing(new java.awt.Dimension(0, 0));
        table.setFillsViewportHeight(true);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        Keys.free(table);
        Keys.on(
                table,
                "DELETE",
                () -> selected().ifPresent(row -> controller.stops().remove(row.id())));
        Keys.on(table, "SPACE", () -> selected().ifPresent(this::turn));
        Keys.on(table, "ENTER", () -> selected().ifPresent(this::history));
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        JPanel entry = new JPanel(new BorderLayout());
        entry.setOpaque(false);
        entry.setBorder(BorderFactory.createEmptyBorder(4, 8, 8, 8));
        entry.add(field, BorderLayout.CENTER);
        entry.add(wrong, BorderLayout.PAGE_END);
        add(entry, BorderLayout.PAGE_END);
        wrong.setName("watches.trouble");
        wrong.setBorder(BorderFactory.createEmptyBorder(3, 0, 0, 0));
        field.addActionListener(entered -> add());
        letGo();
        field.getDocument().addDocumentListener(new Typed(() -> mark(Optional.empty())));
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                clicked(event);
            }
        });
    }

    /** What was refused is gone after Escape, and where the keyboard goes elsewhere in the window. */
    private void letGo() {
        Keys.on(field, "ESCAPE", () -> field.setText(""));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                if (trouble.isPresent() && !event.isTemporary()) {
                    field.setText("");
                }
            }
        });
    }

    private Optional<StopRow> selected() {
        return table.getSelectedRow() < 0 ? Optional.empty() : Optional.of(rows.at(table.getSelectedRow()));
    }

    /** A click on the dot turns a breakpoint on or off, one on the cross takes the line away, one on a watch tells its past. */
    private void clicked(MouseEvent event) {
        int row = table.rowAtPoint(event.getPoint());
        if (row < 0 || !SwingUtilities.isLeftMouseButton(event)) {
            return;
        }
        StopRow at = rows.at(row);
        if (event.getX() > table.getWidth() - StopCell.CROSS) {
            controller.stops().remove(at.id());
        } else if (at.isBreakpoint() && event.getX() < StopCell.DOT) {
            turn(at);
        } else if (event.getClickCount() == 2) {
            history(at);
        }
    }

    private void turn(StopRow row) {
        if (row.isBreakpoint()) {
            controller.stops().enable(row.id(), !row.enabled());
        }
    }

    private void history(StopRow row) {
        row.watch()
                .ifPresent(watch -> controller.stops().history(watch, history -> {
                    HistoryView past = past(watch, history);
                    Bubble.raise(past, past, table, new Rectangle(StopCell.DOT, table.getHeight(), 0, 0));
                }));
    }

    /** The past of a watch, beginning with the number that is picked of it. */
    HistoryView past(Watch watch, Stops.History history) {
        DebugScene scene = controller.scene();
        String text = watch.measure().text();
        int element = scene.sitting().stream()
                .flatMap(sitting -> Variable.all(sitting).stream())
                .flatMapToInt(variable -> variable.shownAs(text).stream())
                .filter(node ->
                        scene.focus().filter(focus -> focus.node() == node).isPresent())
                .map(node -> scene.focus().orElseThrow().element())
                .findFirst()
                .orElse(0);
        return new HistoryView(new Dress(scene.settings()), text, history, element);
    }

    /** Puts the keyboard in the line for new ones; for a command. */
    public void write() {
        field.requestFocusInWindow();
    }

    private void add() {
        add(field.getText());
    }

    /** Enters a text as if it were typed. */
    void type(String text) {
        field.setText(text);
        add();
    }

    String typed() {
        return field.getText();
    }

    /** Adds what is written: {@code break if loss > 1} a breakpoint, anything else a watch. */
    void add(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return;
        }
        awaited = rows.getRowCount() + 1;
        if (text.startsWith(BREAK) || text.startsWith("if ") || text.equals("nan")) {
            controller.stops().add(text.startsWith(BREAK) ? text.substring(BREAK.length()) : text, this::refuse);
        } else {
            controller.stops().watch(text, this::refuse);
        }
    }

    private void refuse(Phrase why) {
        awaited = 0;
        mark(Optional.of(why));
    }

    /** Says below what is written why it cannot be read, until it is changed. */
    private void mark(Optional<Phrase> why) {
        trouble = why;
        Dress dress = new Dress(controller.scene().settings());
        String words = why.map(phrase -> phrase.in(controller.scene().settings().locale()))
                .orElse("");
        wrong.setText(words);
        wrong.setToolTipText(words.isEmpty() ? null : words);
        wrong.setFont(Letters.fit(words, dress.words()));
        wrong.setForeground(dress.palette().get(Hue.WRONG));
        wrong.setVisible(why.isPresent());
        field.putClientProperty("JComponent.outline", why.isPresent() ? "error" : null);
        field.getAccessibleContext().setAccessibleDescription(words.isEmpty() ? null : words);
        revalidate();
    }

    /** What was written is a row now; what cannot be read stays, to be mended. */
    private void clear() {
        if (awaited > 0 && rows.getRowCount() >= awaited) {
            awaited = 0;
            field.setText("");
        }
    }

    @Override
    public void show(DebugScene scene) {
        Dress dress = new Dress(scene.settings());
        cell.wear(dress);
        rows.show(scene.sitting().map(sitting -> rows(sitting, dress)).orElse(List.of()));
        clear();
        table.setRowHeight(cell.getFontMetrics(dress.numbers()).getHeight() + 8);
        table.setBackground(dress.palette().get(Hue.GROUND));
        scroll.getViewport().setBackground(dress.palette().get(Hue.GROUND));
        table.getAccessibleContext().setAccessibleName(dress.say("watches.title"));
        field.setFont(dress.numbers());
        field.putClientProperty("JTextField.placeholderText", dress.say("watches.hint"));
        field.getAccessibleContext().setAccessibleName(dress.say("watches.hint"));
        mark(trouble);
        table.repaint();
    }

    private static List<StopRow> rows(Sitting sitting, Dress dress) {
        List<StopRow> rows = new ArrayList<>();
        for (Watch.Seen seen : sitting.state().watches()) {
            Optional<String> value = seen.sight() instanceof Watch.Known known
                    ? Optional.of(Corners.of(known.value(), sitting.explainer().digits())
                            .line())
                    : Optional.empty();
            rows.add(new StopRow(
                    seen.watch().id(),
                    seen.watch().measure().text(),
                    value.orElse(dress.say("table.notyet")),
                    true,
                    value.isPresent(),
                    Optional.of(seen.watch()),
                    Optional.ofNullable(sitting.pasts().get(seen.watch().id()))));
        }
        for (Breakpoint breakpoint : sitting.breakpoints()) {
            String place = StopWords.written(
                    breakpoint.place(), sitting, dress.settings().locale());
            boolean hit = sitting.state().stop() instanceof Stop.Hit at
                    && at.breakpoint().id() == breakpoint.id();
            String state = hit ? "watches.hit" : breakpoint.enabled() ? "watches.armed" : "watches.off";
            rows.add(new StopRow(
                    breakpoint.id(),
                    BREAK + place,
                    dress.say(state),
                    breakpoint.enabled(),
                    hit,
                    Optional.empty(),
                    Optional.empty()));
        }
        return rows;
    }

    /** What is shown, as text. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        for (int row = 0; row < rows.getRowCount(); row++) {
            StopRow at = rows.at(row);
            dump.append(at.isBreakpoint() ? at.enabled() ? "● " : "○ " : "  ")
                    .append(at.text())
                    .append(" | ")
                    .append(at.state())
                    .append('\n');
        }
        return dump.toString();
    }
}

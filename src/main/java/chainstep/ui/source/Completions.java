package chainstep.ui.source;

import chainstep.lang.Lexicon;
import chainstep.lang.Model;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import javax.swing.KeyStroke;
import org.fife.ui.autocomplete.AutoCompletion;
import org.fife.ui.autocomplete.BasicCompletion;
import org.fife.ui.autocomplete.Completion;
import org.fife.ui.autocomplete.CompletionProvider;
import org.fife.ui.autocomplete.DefaultCompletionProvider;

/** What may stand next in the source: the model's names, and the language's words with what they take. */
final class Completions {
    private final DefaultCompletionProvider provider = new DefaultCompletionProvider();
    private List<BasicCompletion> known = List.of();

    /** A word of the language, written with the brackets that it always has. */
    private static final class Call extends BasicCompletion {
        private final String name;

        Call(CompletionProvider provider, Lexicon.Word word) {
            super(provider, word.name() + "()", "(" + word.takes() + ")");
            this.name = word.name();
        }

        @Override
        public String getInputText() {
            return name;
        }
    }

    /** Goes on between the brackets that it wrote. */
    private static final class Into extends AutoCompletion {
        Into(CompletionProvider provider) {
            super(provider);
        }

        @Override
        protected void insertCompletion(Completion chosen, boolean bracketTyped) {
            super.insertCompletion(chosen, bracketTyped);
            if (chosen instanceof Call) {
                getTextComponent().setCaretPosition(getTextComponent().getCaretPosition() - 1);
            }
        }
    }

    /** Proposes in an editor when Ctrl+Space is pressed; there is no list where there is no display. */
    void installIn(SourceText text) {
        if (!GraphicsEnvironment.isHeadless()) {
            AutoCompletion list = new Into(provider);
            list.setTriggerKey(KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, InputEvent.CTRL_DOWN_MASK));
            list.setShowDescWindow(false);
            list.setAutoCompleteSingleChoices(false);
            list.setListCellRenderer(new DefaultListCellRenderer() {
                private static final long serialVersionUID = 1L;

                @Override
                public Component getListCellRendererComponent(
                        JList<?> all, Object value, int index, boolean selected, boolean focused) {
                    super.getListCellRendererComponent(all, said((BasicCompletion) value), index, selected, focused);
                    setFont(text.getFont());
                    return this;
                }
            });
            list.install(text);
        }
    }

    private static String said(BasicCompletion completion) {
        return completion.getInputText() + completion.getShortDescription();
    }

    /** Knows the names of this model from now on. */
    void know(Optional<Model> model) {
        known = all(model);
        provider.clear();
        provider.addCompletions(List.copyOf(known));
    }

    private List<BasicCompletion> all(Optional<Model> model) {
        List<BasicCompletion> all = new ArrayList<>();
        model.ifPresent(known -> new TreeMap<>(known.names())
                .forEach((name, node) -> all.add(new BasicCompletion(
                        provider, name, "  " + known.program().node(node).shape()))));
        for (Lexicon.Word word : Lexicon.words()) {
            all.add(new Call(provider, word));
        }
        return all;
    }

    /** The texts that begin so, each with what it says about itself. */
    List<String> beginning(String start) {
        return known.stream()
                .filter(completion -> completion.getInputText().startsWith(start))
                .map(Completions::said)
                .toList();
    }
}

package chainstep.ui.window;

import chainstep.debug.Depth;
import chainstep.lang.Source;
import chainstep.ui.Draft;
import chainstep.ui.Page;
import chainstep.ui.Settings;
import chainstep.ui.Start;
import chainstep.ui.Tasks;
import chainstep.ui.file.Asking;
import chainstep.ui.file.Remembered;
import chainstep.ui.look.Look;
import chainstep.words.Phrase;
import chainstep.words.Words;
import java.awt.BorderLayout;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.event.ComponentListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;

/** Paints a window, where there is no display too. */
public final class Picture {
    /**
     * What is to be seen.
     *
     * @param file nothing is open where it is empty
     * @param step the number of the step at the depth, from 1; the start for 0, where it is empty the first chain-rule term
     * @param sample which row of each batch is looked at alone, from 1
     * @param sheet of answers, for the Homework page
     * @param epochs trained before, for the Train page
     * @param scale pixels for one of the window's
     */
    public record Wish(
            Optional<Path> file,
            Optional<Depth> depth,
            OptionalLong step,
            long iteration,
            OptionalInt sample,
            Page page,
            Optional<Path> sheet,
            long epochs,
            Settings settings,
            int width,
            int height,
            double scale) {}

    private Picture() {}

    /** Paints it, as a PNG. */
    public static byte[] png(Wish wish) throws IOException {
        Optional<Draft> draft = wish.file().isPresent()
                ? Optional.of(Draft.of(
                        wish.file().get(), Source.read(wish.file().get()).text()))
                : Optional.empty();
        if (wish.sheet().isPresent() && !Files.isReadable(wish.sheet().get())) {
            throw new NoSuchFileException(wish.sheet().get().toString());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(paint(wish, draft), "png", png);
        return png.toByteArray();
    }

    private static BufferedImage paint(Wish wish, Optional<Draft> draft) throws IOException {
        BufferedImage[] painted = new BufferedImage[1];
        try {
            JPanel[] window = new JPanel[1];
            EventQueue.invokeAndWait(() -> window[0] = window(wish, draft));
            // what views put off until later is done in between
            EventQueue.invokeAndWait(() -> arrange(window[0], wish));
            EventQueue.invokeAndWait(() -> painted[0] = paint(window[0], wish));
        } catch (InvocationTargetException trouble) {
            if (trouble.getCause() instanceof UncheckedIOException unread) {
                throw unread.getCause();
            }
            throw new IllegalStateException(trouble.getCause());
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(broken);
        }
        return painted[0];
    }

    private static JPanel window(Wish wish, Optional<Draft> draft) {
        Look.install(wish.settings().theme(), wish.settings().locale());
        Workbench workbench = new Workbench(Tasks.atOnce(), wish.settings(), silent(), Remembered.nothing(), () -> {});
        JPanel window = new JPanel(new BorderLayout());
        window.add(workbench.header(), BorderLayout.PAGE_START);
        window.add(workbench.content(), BorderLayout.CENTER);
        window.addNotify();
        arrange(window, wish);
        draft.ifPresent(text -> workbench.controller().open(text.sampled(wish.sample()), start(wish)));
        arrange(window, wish);
        if (wish.page() == Page.HOMEWORK) {
            workbench.turn(Page.HOMEWORK);
            wish.sheet().flatMap(workbench.homework()::read).ifPresent(why -> refuse(why, wish));
            arrange(window, wish);
        } else if (wish.page() == Page.TRAIN) {
            workbench.turn(Page.TRAIN);
            arrange(window, wish);
            workbench.training().controller().toEpoch(wish.epochs());
        }
        return window;
    }

    /** A picture without the sheet that was asked for is none. */
    private static void refuse(Phrase why, Wish wish) {
        throw new UncheckedIOException(new IOException(why.in(wish.settings().locale())));
    }

    private static Start start(Wish wish) {
        if (wish.step().isEmpty() && wish.depth().isEmpty() && wish.iteration() == 0) {
            return Start.firstTerm();
        }
        return Start.at(
                wish.depth().orElse(Depth.LINE), wish.iteration(), wish.step().orElse(0) - 1);
    }

    private static void arrange(Container window, Wish wish) {
        window.setSize(wish.width(), wish.height());
        layOut(window);
        window.validate();
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (java.awt.Component part : container.getComponents()) {
            if (part instanceof JTextComponent text) {
                hush(text);
            }
            if (part instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    /** What tells a screen reader where a text is looks for a screen, and there may be none; a caret that blinks is now there, now not. */
    private static void hush(JTextComponent text) {
        text.getCaret().setBlinkRate(0);
        text.getCaret().setVisible(false);
        for (ComponentListener listener : text.getComponentListeners()) {
            if (listener.getClass().getEnclosingClass() == JTextComponent.AccessibleJTextComponent.class) {
                text.removeComponentListener(listener);
            }
        }
    }

    private static BufferedImage paint(JPanel window, Wish wish) {
        int width = (int) Math.round(wish.width() * wish.scale());
        int height = (int) Math.round(wish.height() * wish.scale());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale(wish.scale(), wish.scale());
        window.printAll(wish.scale() == 1 ? pen : new Enlarged(pen, wish.scale()));
        pen.dispose();
        return image;
    }

    /** Nobody is there to ask. */
    static Asking silent() {
        return new Asking() {
            @Override
            public Answer unsaved(String name, Words words) {
                return Answer.DISCARD;
            }

            @Override
            public Optional<Path> open(Optional<Path> folder, Words words) {
                return Optional.empty();
            }

            @Override
            public boolean overwrite(String name, Words words) {
                return false;
            }

            @Override
            public Optional<Path> save(Optional<Path> folder, String suggested, Words words) {
                return Optional.empty();
            }
        };
    }
}

package chainstep;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Classes that do what {@link Bans} forbids, to show that each ban would see it. Nobody runs them. */
final class Breakers {
    private Breakers() {}

    static final class Terminal {
        final picocli.CommandLine line = new picocli.CommandLine(new Object());
    }

    static final class Prompt {
        org.jline.reader.LineReader reader;
    }

    static final class Out {
        final PrintStream stream = System.out;
    }

    static final class Err {
        final PrintStream stream = System.err;
    }

    static final class In {
        final java.io.InputStream stream = System.in;
    }

    static final class Exit {
        void leave() {
            System.exit(0);
        }
    }

    static final class Halt {
        void leave() {
            Runtime.getRuntime().halt(0);
        }
    }

    static final class Colour {
        java.awt.Color colour = java.awt.Color.RED;
    }

    static final class Pane {
        javax.swing.JPanel pane;
    }

    static final class Drawing {
        com.mxgraph.model.mxCell cell;
    }

    static final class Parse {
        org.antlr.v4.runtime.tree.ParseTree tree;
    }

    static final class Csv {
        de.siegmar.fastcsv.reader.CsvRecord row;
    }

    static final class Workbook {
        org.apache.poi.ss.usermodel.Workbook sheets;
    }

    static final class Printed {
        org.apache.pdfbox.pdmodel.PDDocument paper;
    }

    static final class Native {
        org.bytedeco.javacpp.FloatPointer numbers;
    }

    static final class Matrix {
        org.ejml.data.DMatrixRMaj matrix;
    }

    static final class Exponential {
        double of(double x) {
            return Math.exp(x);
        }
    }

    static final class Hyperbolic {
        final java.util.function.DoubleUnaryOperator tanh = Math::tanh;
    }

    static final class Chance {
        final double number = new Random(1).nextDouble();
    }

    static final class ThreadChance {
        final double number = ThreadLocalRandom.current().nextDouble();
    }

    static final class Name {
        final String name = java.util.UUID.randomUUID().toString();
    }

    static final class Millis {
        final long now = System.currentTimeMillis();
    }

    static final class Nanos {
        final LongSupplier now = System::nanoTime;
    }

    static final class Wall {
        final LocalDateTime now = LocalDateTime.now();
    }

    static final class Moment {
        final Instant now = Instant.now();
    }

    static final class Clock {
        final java.time.Clock clock = java.time.Clock.systemUTC();
    }

    static final class Calendar {
        final Date now = new Date();
    }

    static final class Property {
        final String home = System.getProperty("user.home");
    }

    static final class Switch {
        final boolean on = Boolean.getBoolean("on");
    }

    static final class Environment {
        final String path = System.getenv("PATH");
    }

    static final class Separator {
        final String end = System.lineSeparator();
    }

    static final class Language {
        final Locale here = Locale.getDefault();
    }

    static final class Encoding {
        final Charset here = Charset.defaultCharset();
    }

    static final class Formatting {
        final String number = String.format("%.2f", 1.5);
    }

    static final class Formatted {
        final String number = "%.2f".formatted(1.5);
    }

    static final class Lower {
        final Function<String, String> lower = String::toLowerCase;
    }

    static final class Upper {
        final String upper = "i".toUpperCase();
    }

    static final class Message {
        final String text = MessageFormat.format("{0}", 1.5);
    }

    static final class Strand {
        final Thread thread = new Thread(() -> {});
    }

    static final class Pool {
        void start() {
            Executors.newCachedThreadPool().shutdown();
        }
    }

    static final class Later {
        void start() {
            CompletableFuture.runAsync(() -> {});
        }
    }

    static final class Parallel {
        final long count = List.of(1, 2).parallelStream().count();
    }

    static final class Trace {
        void tell(IllegalStateException trouble) {
            trouble.printStackTrace();
        }
    }

    static final class Sleeper {
        void rest() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static final class OpenArray {
        public static final double[] NUMBERS = {1, 2};
    }
}

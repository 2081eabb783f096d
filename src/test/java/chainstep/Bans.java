package chainstep;

import static chainstep.Ban.call;
import static chainstep.Ban.callWithoutLocale;
import static chainstep.Ban.everywhere;
import static chainstep.Ban.inside;
import static chainstep.Ban.outside;
import static chainstep.Ban.use;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.nio.charset.Charset;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** What no class of the product may do, each with where it may be done all the same. */
final class Bans {
    private static final String CLI = "chainstep.cli..";
    private static final DescribedPredicate<JavaClass> BELOW_CLI = outside(CLI);
    private static final DescribedPredicate<JavaClass> EXACT =
            inside("math", "graph", "op", "grad", "rewrite", "data", "lang", "run", "explain", "debug");
    private static final DescribedPredicate<JavaClass> SINGLE =
            outside(CLI, "chainstep.train..", "chainstep.gpu..", "chainstep.ui..");

    private Bans() {}

    static Stream<Ban> all() {
        return Stream.of(
                        terminal(),
                        process(),
                        libraries(),
                        readers(),
                        exactness(),
                        surroundings(),
                        clocks(),
                        languages(),
                        threads())
                .flatMap(each -> each);
    }

    private static Stream<Ban> terminal() {
        String because = "everything below is shared with the window, where nobody reads a terminal";
        return Stream.of(
                new Ban(
                        "knows a terminal's libraries",
                        BELOW_CLI,
                        use("picocli..", "org.jline.."),
                        because,
                        Breakers.Terminal.class,
                        Breakers.Prompt.class),
                new Ban(
                        "writes to System.out",
                        BELOW_CLI,
                        accessField(System.class, "out"),
                        because,
                        Breakers.Out.class),
                new Ban(
                        "writes to System.err",
                        BELOW_CLI,
                        accessField(System.class, "err"),
                        because,
                        Breakers.Err.class),
                new Ban("reads System.in", BELOW_CLI, accessField(System.class, "in"), because, Breakers.In.class),
                new Ban(
                        "prints a stack trace",
                        BELOW_CLI,
                        call(Throwable.class, "printStackTrace"),
                        "trouble is told in words, with its place",
                        Breakers.Trace.class));
    }

    private static Stream<Ban> process() {
        DescribedPredicate<JavaClass> others = not(nameMatching("chainstep\\.App"));
        ArchCondition<JavaClass> ends = call(System.class, "exit").or(call(Runtime.class, "exit|halt"));
        return Stream.of(new Ban(
                "ends the process",
                others,
                ends,
                "whoever calls the others wants an answer, not the end",
                Breakers.Exit.class,
                Breakers.Halt.class));
    }

    private static Stream<Ban> libraries() {
        return Stream.of(
                new Ban(
                        "draws",
                        outside("chainstep.ui.."),
                        use("java.awt..", "javax.swing..", "com.mxgraph..", "com.formdev.."),
                        "the program must run where there is no display",
                        Breakers.Colour.class,
                        Breakers.Pane.class),
                new Ban(
                        "knows the graph library",
                        outside("chainstep.ui.graph.."),
                        use("com.mxgraph.."),
                        "the graph library is known to one package, so that it can be changed for another",
                        Breakers.Drawing.class),
                new Ban(
                        "knows the printer of pages",
                        outside("chainstep.homework.paper.."),
                        use("com.openhtmltopdf..", "org.apache.pdfbox.."),
                        "pages are HTML wherever they are written; one room makes paper of them",
                        Breakers.Printed.class),
                new Ban(
                        "knows the library of large products",
                        outside("chainstep.compile.."),
                        use("org.bytedeco.."),
                        "it is there on some machines only, and its last bits are each machine's own",
                        Breakers.Native.class),
                new Ban(
                        "knows a GPU",
                        outside("chainstep.gpu.."),
                        use("jcuda.."),
                        "most machines have no GPU and must not miss it"));
    }

    /** Libraries that read. */
    private static Stream<Ban> readers() {
        return Stream.of(
                new Ban(
                        "knows ANTLR",
                        outside("chainstep.lang.."),
                        use("org.antlr.."),
                        "a parse tree is no business of anyone else's",
                        Breakers.Parse.class),
                new Ban(
                        "knows the reader of CSV",
                        outside("chainstep.data.."),
                        use("de.siegmar.."),
                        "files of numbers are read in one place",
                        Breakers.Csv.class),
                new Ban(
                        "knows the reader of workbooks",
                        outside("chainstep.homework.answer.."),
                        use("org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.."),
                        "what strangers send is read in one place, with its limits",
                        Breakers.Workbook.class),
                new Ban(
                        "knows EJML",
                        outside("chainstep.math..", "chainstep.op..", "chainstep.run.."),
                        use("org.ejml.."),
                        "linear algebra is done where values are computed, nowhere else",
                        Breakers.Matrix.class));
    }

    private static Stream<Ban> exactness() {
        String functions = "exp|expm1|log|log10|log1p|a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh|pow|cbrt|hypot|random";
        return Stream.of(
                new Ban(
                        "computes by java.lang.Math",
                        EXACT,
                        call(Math.class, functions),
                        "the last bits of java.lang.Math may differ from machine to machine; StrictMath's do not",
                        Breakers.Exponential.class,
                        Breakers.Hyperbolic.class),
                new Ban(
                        "takes chances",
                        EXACT,
                        dependOnClassesThat(assignableTo(RandomGenerator.class)).or(call(UUID.class, "randomUUID")),
                        "chance comes from data.Lcg and a seed",
                        Breakers.Chance.class,
                        Breakers.Name.class,
                        Breakers.ThreadChance.class));
    }

    private static Stream<Ban> surroundings() {
        String because = "a file gives the same numbers and words everywhere";
        return Stream.of(
                new Ban(
                        "asks for a property or the environment",
                        BELOW_CLI,
                        call(System.class, "getenv|getProperty|getProperties|lineSeparator")
                                .or(call(Boolean.class, "getBoolean"))
                                .or(call(Integer.class, "getInteger"))
                                .or(call(Long.class, "getLong")),
                        because,
                        Breakers.Property.class,
                        Breakers.Switch.class,
                        Breakers.Environment.class,
                        Breakers.Separator.class),
                new Ban(
                        "asks for the default language",
                        BELOW_CLI,
                        call(Locale.class, "getDefault|setDefault"),
                        because,
                        Breakers.Language.class),
                new Ban(
                        "asks for the default encoding",
                        BELOW_CLI,
                        call(Charset.class, "defaultCharset"),
                        because,
                        Breakers.Encoding.class));
    }

    private static Stream<Ban> clocks() {
        ArchCondition<JavaClass> now = call(System.class, "currentTimeMillis|nanoTime")
                .or(call(java.time.temporal.TemporalAccessor.class, "now"))
                .or(call(java.time.Clock.class, "system.*|tick.*"))
                .or(call(Date.class, "<init>"));
        return Stream.of(new Ban(
                "looks at the clock",
                BELOW_CLI,
                now,
                "a clock that matters is passed in",
                Breakers.Millis.class,
                Breakers.Nanos.class,
                Breakers.Wall.class,
                Breakers.Moment.class,
                Breakers.Clock.class,
                Breakers.Calendar.class));
    }

    private static Stream<Ban> languages() {
        ArchCondition<JavaClass> silent = callWithoutLocale(String.class, "format|formatted|toLowerCase|toUpperCase")
                .or(callWithoutLocale(MessageFormat.class, "format|<init>"));
        return Stream.of(new Ban(
                "formats in nobody's language",
                everywhere(),
                silent,
                "1.5 is 1,5 in German, and the small I of Turkish has no dot",
                Breakers.Formatting.class,
                Breakers.Formatted.class,
                Breakers.Lower.class,
                Breakers.Upper.class,
                Breakers.Message.class));
    }

    private static Stream<Ban> threads() {
        ArchCondition<JavaClass> starts = call(Thread.class, "<init>|startVirtualThread|ofVirtual|ofPlatform")
                .or(call(Executors.class, ".*"))
                .or(call(CompletableFuture.class, ".*Async"))
                .or(call(Collection.class, "parallelStream"))
                .or(call(BaseStream.class, "parallel"));
        return Stream.of(
                new Ban(
                        "starts a thread",
                        SINGLE,
                        starts,
                        "one thread is enough to be right, and two are hard to debug",
                        Breakers.Strand.class,
                        Breakers.Pool.class,
                        Breakers.Later.class,
                        Breakers.Parallel.class),
                new Ban(
                        "sleeps",
                        everywhere(),
                        call(Thread.class, "sleep"),
                        "a sleep is a guess, in a test most of all",
                        Breakers.Sleeper.class));
    }
}

package chainstep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, run as a user does, beside a jar that leads to the classes under test. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src", "main", "launcher");
    private static final String ARCHIVE = "chainstep.jsa";

    @TempDir
    Path folder;

    private Path home;

    record Answer(int code, String out, String err) {}

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
        home = Files.createDirectories(folder.resolve("a home"));
        Files.copy(LAUNCHER.resolve("chainstep"), home.resolve("chainstep"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, App.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(place -> Path.of(place).toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(home.resolve("chainstep.jar")), manifest).close();
    }

    private Answer run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("LC_ALL", "C.UTF-8");
        int code = process.start().waitFor();
        return new Answer(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private void helps(Answer answer) {
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("Usage: chainstep").contains("screenshot");
        assertThat(answer.code()).isZero();
    }

    @Test
    void it_starts_without_an_archive() throws Exception {
        helps(run(home.resolve("chainstep"), "--help"));
    }

    @Test
    void an_archive_that_is_none_is_passed_over_in_silence() throws Exception {
        Files.write(home.resolve(ARCHIVE), new byte[1 << 16]);
        helps(run(home.resolve("chainstep"), "--help"));
    }

    @Test
    void it_is_found_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a home", "chainstep"));
        helps(run(link, "--help"));
    }

    @Test
    void arguments_and_the_answer_go_through_it() throws Exception {
        Answer answer = run(home.resolve("chainstep"), "step", "no  such.chain");
        assertThat(answer.err()).contains("no  such.chain");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void both_launchers_say_the_same_to_java() throws IOException {
        List<List<String>> said = Stream.of("chainstep", "chainstep.cmd")
                .map(name -> options(LAUNCHER.resolve(name)))
                .toList();
        assertThat(said.get(0)).hasSizeGreaterThan(2).isEqualTo(said.get(1));
    }

    private static List<String> options(Path launcher) {
        try {
            return Stream.of(Files.readString(launcher).split("[\\s\"]+"))
                    .filter(word -> word.startsWith("-X"))
                    .map(word -> word.replaceAll("=.*chainstep", "=chainstep"))
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

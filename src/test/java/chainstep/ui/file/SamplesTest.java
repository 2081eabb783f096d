package chainstep.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.ui.file.Samples.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples are the same from a jar as from a folder. */
class SamplesTest {
    @TempDir
    Path folder;

    @Test
    void there_are_samples_of_every_group_and_mazur_is_among_them() {
        List<Sample> all = Samples.all();
        assertThat(all).hasSizeGreaterThan(20).contains(Samples.mazur());
        assertThat(all)
                .extracting(Sample::group)
                .contains("", "lectures", "worked")
                .doesNotContain("broken");
        assertThat(all).allSatisfy(sample -> assertThat(sample.title()).isNotBlank());
    }

    @Test
    void a_jar_in_a_folder_with_a_blank_and_a_plus_gives_the_same_samples() throws Exception {
        Path jar = Files.createDirectory(folder.resolve("a b+c%20d")).resolve("chain step.jar");
        pack(
                Path.of(Samples.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                jar);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> packed = loader.loadClass(Samples.class.getName());
            List<String> found = new ArrayList<>();
            for (Object sample : (List<?>) packed.getMethod("all").invoke(null)) {
                found.add(sample.getClass().getMethod("title").invoke(sample) + "\n"
                        + sample.getClass().getMethod("text").invoke(sample));
            }
            assertThat(found)
                    .containsExactlyElementsOf(Samples.all().stream()
                            .map(sample -> sample.title() + "\n" + sample.text())
                            .toList());
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("chainstep/samples/") || name.startsWith("chainstep/ui/file/Samples")) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }
}

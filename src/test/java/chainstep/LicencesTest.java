package chainstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/licences.md} against the class path, the files shipped, and the texts of licences among them. */
class LicencesTest {
    private static final Pattern TESTS_ONLY =
            Pattern.compile("junit-.*|opentest4j|apiguardian-api|assertj-core|byte-buddy"
                    + "|archunit.*|slf4j-.*|surefire-.*|jspecify|common-.*");
    private static final Pattern ARTIFACT = Pattern.compile("([a-zA-Z].*?)-\\d.*\\.jar");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("docs", "licences.md")).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
                .map(line -> line.substring(2, line.length() - 2))
                .toList();
    }

    private static Set<String> quoted(int column) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String row : rows()) {
            QUOTED.matcher(row.split("\\|")[column])
                    .results()
                    .map(found -> found.group(1))
                    .forEach(names::add);
        }
        return names;
    }

    @Test
    void every_library_is_listed_and_nothing_else() throws IOException {
        Set<String> shipped = new TreeSet<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            ARTIFACT.matcher(Path.of(place).getFileName().toString())
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !TESTS_ONLY.matcher(name).matches())
                    .forEach(shipped::add);
        }
        assertThat(shipped).hasSizeGreaterThan(40).contains("openblas", "ejml-core");
        Set<String> listed = quoted(1);
        listed.remove("mnist");
        assertThat(listed).isEqualTo(shipped);
    }

    @Test
    void every_dependency_of_the_pom_that_is_no_test_is_listed() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String all = pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"));
        List<String> named = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL)
                .matcher(all)
                .results()
                .map(MatchResult::group)
                .filter(text -> !text.contains("<scope>test</scope>"))
                .map(text -> text.replaceFirst("(?s).*?<artifactId>(.*?)</artifactId>.*", "$1"))
                .toList();
        assertThat(named).hasSizeGreaterThan(15);
        assertThat(quoted(1)).containsAll(named);
    }

    @Test
    void every_text_is_shipped() throws IOException {
        Set<String> texts = quoted(3);
        assertThat(texts).hasSizeGreaterThan(15);
        for (String name : texts) {
            try (var text = LicencesTest.class.getResourceAsStream("/" + name)) {
                assertThat(text).as(name).isNotNull();
                assertThat(text.read()).as(name).isNotNegative();
            }
        }
    }

    /** The licence with three clauses wants its notice in every copy: each library it is listed for is named in our text. */
    @Test
    void the_text_we_ship_names_every_library_it_is_for() throws IOException {
        String text = Files.readString(Path.of("src/main/resources/META-INF/licences/BSD-3-Clause.txt"));
        for (String row : rows()) {
            if (row.contains("licences/BSD-3-Clause.txt")) {
                assertThat(text).contains(row.split("[ |]")[0]);
            }
        }
    }

    @Test
    void every_file_of_data_and_every_font_has_its_licence_beside_it() throws IOException {
        String data = Files.readString(Path.of("samples", "data", "README.md"));
        try (var files = Files.list(Path.of("samples", "data"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .forEach(name -> assertThat(data).contains("`" + name + "`"));
        }
        String page = Files.readString(Path.of("docs", "licences.md"));
        try (var fonts = Files.list(Path.of("src/main/resources/chainstep/font"))) {
            fonts.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ttf"))
                    .map(name -> name.replaceFirst("[-.].*", "-OFL.txt"))
                    .forEach(name -> assertThat(page).contains("`chainstep/font/" + name + "`"));
        }
    }
}

package chainstep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The house style as far as a parser can see it: lengths, a sentence for every class, a word for every package. */
class SourcesTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(files("src/main/java"));
        files.addAll(files("src/test/java"));
        assertThat(files).hasSizeGreaterThan(280);
        return files;
    }

    /** Walks through the syntax of all files of the product and collects what it finds against the style. */
    private abstract static class Inspection extends TreePathScanner<Void, CompilationUnitTree> {
        final List<String> found = new ArrayList<>();
        private int seen;
        private DocTrees trees;

        /** What was found; fails when fewer than {@code least} places were looked at. */
        List<String> of(List<Path> files, int least) throws IOException {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
                JavacTask task = (JavacTask)
                        compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
                trees = DocTrees.instance(task);
                for (CompilationUnitTree unit : task.parse()) {
                    scan(unit, unit);
                }
            }
            assertThat(seen).as("places looked at").isGreaterThanOrEqualTo(least);
            return found;
        }

        void look(boolean wrong, CompilationUnitTree unit, Object what) {
            seen++;
            if (wrong) {
                found.add(unit.getSourceFile().getName() + ": " + what);
            }
        }

        String comment() {
            String comment = trees.getDocComment(getCurrentPath());
            return comment == null ? "" : comment.strip();
        }

        /** How many lines a method's body has, with its braces. */
        long lines(MethodTree method, CompilationUnitTree unit) {
            if (method.getBody() == null) {
                return 0;
            }
            SourcePositions positions = trees.getSourcePositions();
            LineMap lines = unit.getLineMap();
            return lines.getLineNumber(positions.getEndPosition(unit, method.getBody()))
                    - lines.getLineNumber(positions.getStartPosition(unit, method.getBody()))
                    + 1;
        }

        boolean isTopLevel(TreePath path) {
            return path.getParentPath().getLeaf() instanceof CompilationUnitTree;
        }
    }

    @Test
    void no_file_is_longer_than_anyone_reads() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_is_longer_than_a_screen() throws IOException {
        Inspection lengths = new Inspection() {
            @Override
            public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
                look(lines(method, unit) > LONGEST_METHOD, unit, method.getName() + " " + lines(method, unit));
                return super.visitMethod(method, unit);
            }
        };
        assertThat(lengths.of(files(), 1500)).isEmpty();
    }

    @Test
    void every_class_says_its_one_idea_in_a_sentence() throws IOException {
        Inspection comments = new Inspection() {
            @Override
            public Void visitClass(ClassTree type, CompilationUnitTree unit) {
                if (isTopLevel(getCurrentPath())) {
                    look(!comment().matches("(?s).{3,}?[.:](\\s.*|$)"), unit, type.getSimpleName());
                }
                return super.visitClass(type, unit);
            }
        };
        assertThat(comments.of(files("src/main/java"), 220)).isEmpty();
    }

    @Test
    void every_package_says_what_lives_in_it_and_what_never_may() throws IOException {
        List<Path> packages = files("src/main/java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.endsWith("chainstep"))
                .toList();
        assertThat(packages).hasSizeGreaterThanOrEqualTo(9);
        for (Path folder : packages) {
            assertThat(folder.resolve("package-info.java"))
                    .content(UTF_8)
                    .as("%s", folder)
                    .containsPattern("(?s)/\\*\\*.*\\.\\s");
        }
    }
}

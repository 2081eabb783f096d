package chainstep.op;

import chainstep.graph.Op;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The classes of this package that are operations, found among the compiled files. */
final class OpClasses {
    private OpClasses() {}

    static Set<String> names() {
        try {
            Path root = Path.of(
                    Op.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Set<String> names = new TreeSet<>();
            try (var files = Files.list(root.resolve("chainstep").resolve("op"))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString().replace(".class", "");
                    Class<?> type = Class.forName("chainstep.op." + name);
                    if (Op.class.isAssignableFrom(type) && !type.isInterface()) {
                        names.add(type.getName());
                    }
                }
            }
            return names;
        } catch (IOException | URISyntaxException | ClassNotFoundException trouble) {
            throw new AssertionError(trouble);
        }
    }
}

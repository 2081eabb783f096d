package chainstep.compile;

import java.util.Arrays;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;
import org.codehaus.janino.util.ClassFile;

/**
 * A text of Java, compiled in memory by Janino.
 *
 * @param longest how many bytes the code of its longest method takes
 */
record JavaCode(Steps steps, int longest) {
    /** HotSpot never compiles methods of more bytes than these (HugeMethodLimit): they would be five to ten times slower. */
    static final int LIMIT = 8000;

    private static final String NAME = "CompiledSteps";

    /**
     * Compiles a class.
     *
     * @param body the text of its methods, which make it {@link Steps}
     * @throws IllegalStateException when the text is no Java, which is a fault of whoever printed it
     */
    static JavaCode compile(String body) {
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(JavaCode.class.getClassLoader());
        try {
            compiler.cook("public final class " + NAME + " extends " + Steps.class.getName() + " {\n" + body + "}\n");
            Object steps = compiler.getClassLoader()
                    .loadClass(NAME)
                    .getDeclaredConstructor()
                    .newInstance();
            return new JavaCode((Steps) steps, longest(compiler.getClassFiles()));
        } catch (CompileException | ReflectiveOperationException fault) {
            throw new IllegalStateException(fault.getMessage() + "\n" + body, fault);
        }
    }

    private static int longest(ClassFile[] files) {
        return Arrays.stream(files)
                .flatMap(file -> file.methodInfos.stream())
                .flatMap(method -> Arrays.stream(method.getAttributes()))
                .filter(ClassFile.CodeAttribute.class::isInstance)
                .mapToInt(code -> ((ClassFile.CodeAttribute) code).code.length)
                .max()
                .orElse(0);
    }
}

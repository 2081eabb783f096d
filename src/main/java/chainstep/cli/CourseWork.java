package chainstep.cli;

import chainstep.graph.OperandException;
import chainstep.run.Memory;
import chainstep.train.Course;
import java.io.IOException;

/** What a command does with a course; what does not fit into memory is told at a line. */
interface CourseWork {
    int answer(Course course) throws IOException;

    /** @throws chainstep.lang.SourceError where memory runs out: at the line of the array, or of the largest one */
    static int done(Course course, CourseWork work) throws IOException {
        try {
            return work.answer(course);
        } catch (OperandException trouble) {
            throw course.model().located(trouble);
        } catch (OutOfMemoryError full) {
            throw course.model().located(Memory.full(course.program()));
        }
    }
}

package chainstep.explain;

import chainstep.run.GradientCheck.Verdict;
import java.util.List;

/**
 * What a comparison with central differences says.
 *
 * @param differences the numbers, as the gradient is printed
 * @param distance the greatest between a difference and the gradient; empty where there is nothing to compare
 * @param remarks on each number at a kink, not finite or wrong
 */
public record CheckSaid(Verdict verdict, Form differences, Form distance, List<Form> remarks) {
    public CheckSaid {
        remarks = List.copyOf(remarks);
    }
}

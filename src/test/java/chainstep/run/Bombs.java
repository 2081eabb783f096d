package chainstep.run;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Files made to take all the time, memory or stack there is. */
final class Bombs {
    private final Random random;
    private int turn;

    Bombs(Random random) {
        this.random = random;
    }

    private final List<Supplier<String>> kinds = List.of(
            () -> "x = param(1)\n" + "x = x + x\n".repeat(5000) + "minimize(x, sgd(lr=0.1))\n",
            () -> "x = param(1)\ny = x" + " * x".repeat(some(20_000)) + "\nminimize(y, sgd(lr=0.1))\n",
            () -> "x = param(1)\n" + "x = sigmoid(x*x) + 1\n".repeat(some(6000)) + "minimize(x)\n",
            () -> "y = 1/3" + " + 1/7 * 3/11".repeat(some(5000)) + "\n",
            () -> "y = 9" + "**9".repeat(some(150)) + "\n",
            () -> "x = param(" + made() + "(100000, 100000))\n",
            () -> "x = param(" + made() + "(4096, " + some(4096) + "))\ny = sum(x * x)\nminimize(y, adam(lr=0.1))\n",
            () -> "x = param(zeros(4096, 2048))\ny = x @ x.T\n",
            () -> "x = param(zeros(2048, 2048))\ny = sum(x @ x @ x)\nminimize(y)\n",
            () -> "x = param(zeros(100000))\ny = outer(x, x)\n",
            () -> "x = input(zeros(1000, 1000))\nw = param(zeros(900, 900))\ny = conv2d(x, w)\n",
            () -> "x = input(ones(10, 10))\nw = param(ones(3, 3))\ny = conv2d(x, w, pad=" + huge() + ", stride="
                    + huge() + ")\nE = sum(y)\nminimize(E)\n",
            () -> "x = input(zeros(1000, 1000))\ny = max_pool2d(x, " + some(1000) + ", 1)\n",
            () -> "x = input(zeros(6, 6))\ny = avg_pool2d(x, " + huge() + ", " + huge() + ")\n",
            () -> "x = input(zeros(1000, 1000))\ny = x.reshape(" + huge() + ", " + huge() + ", -1)\n",
            () -> "x = param(ones(30, 30))\ny = x[" + huge() + ":" + -huge() + ":" + -huge() + ", ::" + huge() + "]\n",
            () ->
                    "x = param(ones(900))\ny = softmax(x)\nexpect(jac(y, x)[0, 0], 1)\nexpect(jac(jac(y, x)[0], x)[0, 0], 1)\n",
            () -> "x = param(ones(9))\ny = softmax(x)\n" + "expect(jac(y, x), 1)\n".repeat(50),
            () -> tower("sigmoid(x)"),
            () -> tower("gelu(x) * x"),
            () -> tower("x" + "*x".repeat(some(100))),
            () -> "X, t = data(\"xor\", n=" + huge() + ")\n",
            () -> "X, t = data(\"xor\", n=100)\ntrain(batch=" + huge() + ", epochs=" + huge() + ")\n",
            () -> "X, t = csv(\"..\", x=[0], y=[1])\n",
            () -> "X, t = csv(\"../../etc\", x=[0], y=[1])\n",
            () -> "X, t = csv(\"/dev/zero\", x=[0], y=[1])\n",
            () -> "X, t = csv(\"\\0\", x=[" + huge() + "], y=[1])\n",
            () -> "X, t = idx(\"mazur_222.chain\", \"/dev/null\")\n",
            () -> "x = param(2)\nE = x**2\nminimize(E)\nexpect(" + "at(1, ".repeat(150) + "E" + ")".repeat(150)
                    + ", 1)\n",
            () -> "x = param(2)\ny = x\n" + "y = y*x+1\n".repeat(some(1000)) + "minimize(y, sgd(lr=0.1))\n"
                    + "expect(grad(x), 1)\nexpect(new(x), 2)\nexpect(after(y), 2)\n".repeat(some(1000)),
            () -> "x = param(2)\ny = [" + "x, ".repeat(some(20_000)) + "x]\nE = sum(y)\nminimize(E)\n",
            () -> "y = " + "[".repeat(some(400)) + "1" + "]".repeat(some(400)) + "\n",
            () -> "y = " + "-".repeat(some(400)) + "1\n",
            () -> "y = " + "sin(".repeat(some(250)) + "1" + ")".repeat(some(250)) + "\n",
            () -> "(".repeat(some(500_000)),
            () -> "x = 1\n".repeat(some(30_000)),
            () -> "x = param(ones(4000, 1))\ny = param(ones(1, 4000))\nE = sum(x * y)\nminimize(E)\n",
            () -> "x = param(ones(60, 1, 60, 1))\ny = param(ones(1, 60, 1, 60))\nE = sum(x * y)\nminimize(E)\n",
            () -> "x = param(ones(300))\nlabel(x, \"" + "a ".repeat(some(600)) + "\")\n",
            () -> "# " + "x".repeat(some(1_200_000)));

    /** The next bomb; each kind in turn, each time of another size. */
    String next() {
        return kinds.get(turn++ % kinds.size()).get();
    }

    private int some(int most) {
        return 1 + random.nextInt(most);
    }

    private int huge() {
        return switch (random.nextInt(5)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> 1 << 30;
            case 2 -> 1_000_000;
            case 3 -> 100_000 + random.nextInt(1_000_000);
            default -> 1 + random.nextInt(20);
        };
    }

    private String made() {
        return List.of("zeros", "normal", "he", "uniform").get(random.nextInt(4));
    }

    private String tower(String of) {
        StringBuilder text = new StringBuilder("x = param(0.5)\nE = " + of + "\ng0 = gradient(E, x)\n");
        int floors = some(30);
        for (int floor = 1; floor < floors; floor++) {
            text.append("g" + floor + " = gradient(g" + (floor - 1) + ", x)\n");
        }
        return text.toString();
    }
}

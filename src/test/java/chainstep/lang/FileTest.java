package chainstep.lang;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.lang.Syntax.Assign;
import chainstep.lang.Syntax.Binary;
import chainstep.lang.Syntax.Call;
import chainstep.lang.Syntax.Directive;
import chainstep.lang.Syntax.Expression;
import chainstep.lang.Syntax.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a file is cut into statements, and where each piece is said to be. */
class FileTest {
    @Test
    void every_line_is_a_statement() {
        assertThat(Trees.file("x = input([1, 2])\ny=x*2\r\nminimize(sum(y))\rexpect(y[0], 2)"))
                .isEqualTo("x = input([1, 2])\ny = (x * 2)\nminimize(sum(y))\nexpect(y[0], 2)");
    }

    @Test
    void two_names_take_a_data_set() {
        assertThat(Trees.file("X, t = data('spiral', n=500)")).isEqualTo("X, t = data(\"spiral\", n=500)");
    }

    @Test
    void brackets_span_lines_and_comments() {
        assertThat(Trees.file("W = param([  # rows\n\n [1, 2],\n[3, 4]   # last\n])\nf(\nW)"))
                .isEqualTo("W = param([[1, 2], [3, 4]])\nf(W)");
    }

    @Test
    void a_backslash_joins_two_lines() {
        assertThat(Trees.file("a = b \\\n  + c")).isEqualTo("a = (b + c)");
    }

    @Test
    void blank_lines_comments_and_a_byte_order_mark_are_nothing() {
        assertThat(Trees.file("\uFEFF\n  \n# one\n   # two\n＃ three\n\ntitle('x') # four\n\n"))
                .isEqualTo("title(\"x\")");
        assertThat(Trees.file("")).isEmpty();
    }

    @Test
    void imports_are_read_and_ignored() {
        assertThat(Trees.file("import numpy as np\nfrom torch.nn import (functional as F,\n  *)\na = np.exp(x)"))
                .isEqualTo("a = exp(x)");
    }

    @Test
    void a_variable_called_like_a_module_is_a_variable() {
        assertThat(Trees.file("a = F.relu(x)\nF = x + 1\nb = F.relu()\nT = x\nc = x^T"))
                .isEqualTo("a = relu(x)\nF = (x + 1)\nb = relu(F)\nT = x\nc = (x ** T)");
    }

    @Test
    void a_span_is_the_text_that_was_written() {
        Source source = Source.of("t", "α = 𝑥 + 1\nhid = np.tanh((a - b)**2).sum(axis=0)\n");
        Assign second = (Assign) SyntaxReader.file(source).statements().get(1);
        Call sum = (Call) second.value();
        Call tanh = (Call) sum.positional().get(0);
        Binary power = (Binary) tanh.positional().get(0);
        assertThat(source.text(second.span())).isEqualTo("hid = np.tanh((a - b)**2).sum(axis=0)");
        assertThat(source.text(sum.span())).isEqualTo("np.tanh((a - b)**2).sum(axis=0)");
        assertThat(source.text(sum.function().span())).isEqualTo("sum");
        assertThat(source.text(sum.named().get(0).span())).isEqualTo("axis=0");
        assertThat(source.text(tanh.span())).isEqualTo("np.tanh((a - b)**2)");
        assertThat(source.text(power.span())).isEqualTo("(a - b)**2");
        assertThat(source.text(power.left().span())).isEqualTo("a - b");
        assertThat(power.left().span()).isEqualTo(new Span(2, 16, 2, 21));
    }

    @Test
    void columns_count_code_points() {
        Source source = Source.of("t", "𝑥𝑦 = 𝑎 + b");
        Assign assign = (Assign) SyntaxReader.file(source).statements().get(0);
        assertThat(assign.value().span()).isEqualTo(new Span(1, 6, 1, 11));
        assertThat(source.text(assign.value().span())).isEqualTo("𝑎 + b");
    }

    @Test
    void an_expression_within_quotes_has_its_place_in_the_file() {
        Source source = Source.of("t", "𝑥 = 1\nbreakpoint(when=\"norm(𝑥) > 10\")");
        Directive directive = (Directive) SyntaxReader.file(source).statements().get(1);
        Text when = (Text) directive.call().named().get(0).value();
        Expression condition = SyntaxReader.expression(source, when);
        assertThat(source.text(condition.span())).isEqualTo("norm(𝑥) > 10");
        assertThat(Trees.show(condition)).isEqualTo("(norm(x) > 10)");
    }

    @Test
    void a_long_flat_chain_needs_no_stack() throws InterruptedException {
        String sum = "1" + "+1".repeat(100_000);
        List<Expression> read = new ArrayList<>();
        Thread small =
                new Thread(null, () -> read.add(SyntaxReader.expression(Source.of("t", sum))), "small", 256 << 10);
        small.start();
        small.join();
        int terms = 1;
        Expression rest = read.get(0);
        while (rest instanceof Binary binary) {
            rest = binary.left();
            terms++;
        }
        assertThat(terms).isEqualTo(100_001);
    }

    @Test
    void nesting_to_the_limit_is_read() {
        assertThat(Trees.expression("(".repeat(200) + "x" + ")".repeat(200))).isEqualTo("x");
        assertThat(Trees.expression("x" + "**x".repeat(200))).endsWith(")".repeat(200));
        assertThat(Trees.expression("-".repeat(200) + "x - y")).endsWith("- y)");
        assertThat(Trees.expression("x" + ".T".repeat(199))).startsWith("transpose(");
    }
}

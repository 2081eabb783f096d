package chainstep.homework.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void nothing_a_student_writes_is_markup() {
        String page =
                new Markup().element("p", "<script>&\"", "title", "\"><b>").page();
        assertThat(page).isEqualTo("<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;&amp;&quot;</p>");
    }

    @Test
    void signs_that_xml_does_not_know_are_replaced() {
        assertThat(new Markup().text("a\0b\u001B\uFFFE\uD800c\u202E").page()).isEqualTo("a�b���c�");
    }

    @Test
    void an_element_left_open_is_a_bug() {
        assertThatThrownBy(() -> new Markup().open("p").page()).isInstanceOf(IllegalStateException.class);
    }
}

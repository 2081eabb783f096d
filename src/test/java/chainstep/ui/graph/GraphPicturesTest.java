package chainstep.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainstep.homework.Assignment;
import chainstep.homework.Worked;
import chainstep.homework.paper.Paper;
import chainstep.homework.paper.Pictures;
import chainstep.homework.paper.Worksheet;
import chainstep.lang.ChainReader;
import chainstep.lang.Model;
import chainstep.lang.Source;
import chainstep.ui.formula.FormulaPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphPicturesTest {
    private static final Path ASSIGNMENT = Path.of("samples/homework/mazur-assignment.chain");

    private final Pictures pictures = new GraphPictures(new FormulaPictures());

    private static Picture printed(String sample) {
        return GraphPictures.drawn(read(sample), Locale.ENGLISH);
    }

    private static Model read(String sample) {
        try {
            return ChainReader.read(Path.of("samples", sample));
        } catch (IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        }
    }

    @Test
    void a_printed_graph_shows_what_is_given_and_nothing_that_is_computed() {
        String text = printed("homework/mazur-assignment.chain").model().text();
        assertThat(text).contains("W2 (param) = [0.40 0.45; 0.50 0.55]", "x (input) = [0.05; 0.10]");
        assertThat(text).doesNotContain("0.377", "0.593", "0.75", "0.298", "0.138", "0.036", "+\n");
    }

    @Test
    void every_other_number_and_gradient_has_a_slot_in_its_box() {
        Picture picture = printed("homework/mazur-assignment.chain");
        int slots = 0;
        for (Card card : picture.model().cards()) {
            List<Spot> own = PrintedGraph.slots(picture, card);
            slots += own.size();
            for (Spot slot : own) {
                Spot box = picture.spot(card.id());
                assertThat(box.contains(slot.x(), slot.y()) && box.contains(slot.right(), slot.bottom()))
                        .as(card.name())
                        .isTrue();
                assertThat(own.stream().filter(slot::touches)).containsExactly(slot);
            }
        }
        // z1 h z2 o with their gradients, E with its own, the gradients of W1 and W2
        assertThat(slots).isEqualTo(4 * 4 + 2 + 2 * 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mazur.chain",
                "digits.chain",
                "homework/mazur-assignment.chain",
                "worked/rnn_thsis_matrix.chain",
                "lectures/batch_five.chain"
            })
    void a_graph_fits_the_page_and_is_the_same_each_time(String sample) throws IOException {
        Model model = read(sample);
        List<Pictures.Printed> graph = pictures.graph(model, Locale.CHINESE);
        assertThat(graph).isNotEmpty();
        assertThat(graph).allSatisfy(piece -> {
            assertThat(piece.width()).isBetween(60.0, 489.0);
            assertThat(piece.height()).isBetween(30.0, 561.0);
        });
        assertThat(pictures.graph(model, Locale.CHINESE).get(0).png())
                .isEqualTo(graph.get(0).png());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(graph.get(0).png()));
        int edge = 0xFFFFFF;
        for (int x = 0; x < image.getWidth(); x++) {
            edge &= image.getRGB(x, 0) & image.getRGB(x, image.getHeight() - 1);
        }
        assertThat(edge & 0xFFFFFF).as("nothing is cut off above or below").isEqualTo(0xFFFFFF);
    }

    /** A chain of so many layers; the smallest letters are 10.5 units high. */
    @ParameterizedTest
    @ValueSource(ints = {3, 8, 20, 40})
    void the_letters_of_a_deep_chain_are_large_enough_to_be_read(int depth) {
        String layers = IntStream.rangeClosed(1, depth)
                .mapToObj(k -> "W" + k + " = param([[0.1, 0.2], [0.3, 0.4]])\nh" + k + " = tanh(W" + k + " @ h"
                        + (k - 1) + ")\n")
                .collect(Collectors.joining());
        String text = "h0 = input([0.3, 0.6])\n" + layers + "E = sum(h" + depth + ")\nminimize(E, sgd(lr=0.1))\n";
        Picture picture = GraphPictures.drawn(ChainReader.read(Source.of("deep", text), Path.of(".")), Locale.ENGLISH);
        assertReadable(picture);
        assertThat(GraphPictures.pieces(picture)).isSortedAccordingTo(Comparator.comparingDouble(Spot::y));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mazur.chain",
                "digits.chain",
                "worked/rnn_thsis_matrix.chain",
                "worked/lstm_gomez.chain",
                "worked/attention_scaled.chain",
                "worked/cs231n_a3_rnn_forward.chain",
                "lectures/batch_five.chain"
            })
    void the_letters_of_any_graph_are_large_enough_to_be_read(String sample) {
        assertReadable(printed(sample));
    }

    private static void assertReadable(Picture picture) {
        List<Spot> pieces = GraphPictures.pieces(picture);
        assertThat(pieces).isNotEmpty();
        assertThat(pieces).allMatch(piece -> 10.5 * GraphPictures.scale(piece) >= 5.499);
        for (Card card : picture.model().cards()) {
            Spot box = picture.spot(card.id());
            assertThat(pieces.stream().filter(piece -> Math.abs(piece.common(box) - box.area()) < 1e-6))
                    .as(card.name())
                    .hasSize(1);
        }
    }

    @Test
    void a_worksheet_has_the_graph_and_no_value_that_is_asked() throws IOException {
        Assignment assignment = Assignment.of(ChainReader.read(ASSIGNMENT));
        Paper paper = new Paper(Worked.of(assignment), Locale.ENGLISH, pictures);
        String page = new Worksheet(paper).page("Li Hua", "K3H5VV");
        assertThat(page).contains("The network", "alt=\"The network\"", "Sheet K3H5VV");
        assertThat(page.replaceAll("base64,[^\"]*", "")).doesNotContain("0.3775", "0.298", "0.0363");
    }

    @Test
    void a_worksheet_tells_the_values_within_a_line_and_fractions_as_they_are_written() {
        Model model = ChainReader.read(
                Source.of("t.chain", "x = input([1/3, 0.10])\nw = param([2, 3])\nh = tanh(w @ x + 1)\nask(h)\n"),
                Path.of(""));
        Paper paper = new Paper(Worked.of(Assignment.of(model)), Locale.ENGLISH, Pictures.NONE);
        assertThat(new Worksheet(paper).page("", "")).contains("1/3", "0.10", "z_h = w", "h = tanh(z_h)");
    }
}

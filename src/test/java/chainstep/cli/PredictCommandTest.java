package chainstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    private static final String MODEL = """
            X, t = csv("fruit.csv", x=["weight", "colour"], y=["kind"])
            W = param(zeros(3, 2))
            b = param(zeros(2))
            y = X @ W + b
            L = mean(cross_entropy(y, t))
            minimize(L, adam(lr=0.1))
            train(epochs=200)
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void train() throws IOException {
        Files.writeString(
                folder.resolve("fruit.csv"),
                "kind,weight,colour\\nplum,0.2,blue\\nplum,0.3,blue\\napple,1.1,red\\napple,1.2,red\\n"
                        .replace("\\n", "\n"));
        Files.writeString(folder.resolve("fruit.chain"), MODEL);
        Played.of("train", folder.resolve("fruit.chain").toString(), "-o", folder.toString());
    }

    private Played predict(String rows) throws IOException {
        Path asked = Files.writeString(folder.resolve("rows.csv"), rows);
        return Played.of(
                "predict",
                folder.resolve("fruit.chain").toString(),
                folder.resolve("checkpoint.npz").toString(),
                asked.toString());
    }

    @Test
    void classes_are_called_as_the_data_calls_them_and_columns_found_by_name() throws IOException {
        Played played = predict("colour,weight\nred,1.15\nblue,0.25\n");
        assertThat(played.all()).startsWith("y[0],y[1],class\n");
        assertThat(played.out().lines().map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("class", "apple", "plum");
    }

    @Test
    void a_column_that_is_missing_is_named() throws IOException {
        Played played = predict("colour,wight\nred,1.15\n");
        assertThat(played.answer()).isEqualTo(ChainStep.UNREADABLE);
        assertThat(played.err()).contains("weight").contains("rows.csv");
    }

    @Test
    void a_model_without_rows_cannot_be_asked() {
        Played played = Played.of("predict", "samples/mazur.chain", "a.npz", "b.csv");
        assertThat(played.err()).contains("reads no rows of data");
        assertThat(played.answer()).isEqualTo(ChainStep.UNREADABLE);
    }
}

package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.InvalidInput;
import weightroom.lesson.Progress.OfLesson;
import weightroom.lesson.Progress.Place;
import weightroom.lesson.Progress.Prediction;

class ProgressTest {
    private static final String XOR = "02-perceptron/05-xor";
    private static final Place FIRST = new Place(0, 1);

    @TempDir
    private Path folder;

    private final OfLesson some = OfLesson.NONE
            .at(2)
            .reached(new Place(1, 10), 57)
            .predicted(FIRST, new Prediction.Choice(1))
            .predicted(new Place(2, 0), new Prediction.Amount(-0.125))
            .answered(new Place(2, 3), 2);

    @Test
    void whatWasDoneIsReadBackAsItWas() {
        ProgressFile file = new ProgressFile(folder.resolve("new").resolve(ProgressFile.NAME));
        Progress done = Progress.NONE.with(XOR, some).with("01-neuron/01-brain", OfLesson.NONE.done(true));
        file.write(done);
        assertThat(file.read()).isEqualTo(new ProgressFile.Kept(done, ""));
    }

    @Test
    void aDrawnCurveIsReadBackPointByPoint() {
        double[][] points = {{0, 0.7}, {10, 0.25}, {20.5, 1e-3}};
        double[][] truth = {{0, 0.69}, {21, 0.5}};
        ProgressFile file = new ProgressFile(folder.resolve(ProgressFile.NAME));
        file.write(Progress.NONE.with(XOR, OfLesson.NONE.predicted(FIRST, new Prediction.Curve(points, truth))));
        Prediction.Curve read =
                (Prediction.Curve) file.read().progress().of(XOR).predictions().get(FIRST);
        assertThat(read.points()).isDeepEqualTo(points);
        assertThat(read.truth()).isDeepEqualTo(truth);
        Prediction.Curve unknown = new Prediction.Curve(points, new double[0][]);
        file.write(Progress.NONE.with(XOR, OfLesson.NONE.predicted(FIRST, unknown)));
        read = (Prediction.Curve) file.read().progress().of(XOR).predictions().get(FIRST);
        assertThat(read.truth()).isEmpty();
    }

    @Test
    void lessonsThatWereNeverOpenedHaveNothingDone() {
        Progress progress = Progress.NONE.with(XOR, some);
        assertThat(progress.of("01-neuron/01-brain")).isEqualTo(OfLesson.NONE);
        assertThat(progress.without(XOR)).isEqualTo(Progress.NONE);
        assertThat(new ProgressFile(folder.resolve("none.json")).read().progress())
                .isEqualTo(Progress.NONE);
    }

    @Test
    void progressIsTakenAlongInAFile() {
        Path taken = folder.resolve("taken.json");
        Progress progress = Progress.NONE.with(XOR, some);
        ProgressFile.export(progress, taken);
        assertThat(ProgressFile.read(taken)).isEqualTo(progress);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"weightroom\": 1}",
                "{\"weightroom-progress\": 2, \"lessons\": {}}",
                "{\"weightroom-progress\": 1}",
                "{\"weightroom-progress\": 1, \"lessons\": {\"a\": 1}}",
                "{\"weightroom-progress\": 1, \"lessons\": {\"a\": {\"steps\": 1}}}",
                "{\"weightroom-progress\": 1, \"lessons\": {\"a\": {\"step\": -1}}}",
                "{\"weightroom-progress\": 1, \"lessons\": {\"a\": {\"goals\": {\"x\": 1}}}}",
                "{\"weightroom-progress\": 1, \"lessons\": {\"a\": {\"predictions\": {\"0-1\": {}}}}}",
                "{\"weightroom-progress\": 1, \"lessons\": {\"a\": {\"predictions\": {\"0-1\": {\"curve\": [[1]]}}}}}",
            })
    void aBrokenOrForeignFileIsPutAsideAndNothingIsLost(String text) throws IOException {
        Path path = folder.resolve(ProgressFile.NAME);
        Files.writeString(path, text);
        ProgressFile file = new ProgressFile(path);
        ProgressFile.Kept kept = file.read();
        assertThat(kept.progress()).isEqualTo(Progress.NONE);
        assertThat(kept.notice()).contains(ProgressFile.NAME).contains("It was put aside as ");
        file.write(Progress.NONE.with(XOR, some));
        assertThat(folder.resolve("progress.json.1.aside")).hasContent(text);
        assertThat(file.read().progress().of(XOR)).isEqualTo(some);
    }

    @Test
    void aSecondBrokenFileDoesNotTakeThePlaceOfTheFirst() throws IOException {
        Path path = folder.resolve(ProgressFile.NAME);
        for (String text : List.of("one", "two")) {
            Files.writeString(path, text);
            new ProgressFile(path).read();
        }
        assertThat(folder.resolve("progress.json.1.aside")).hasContent("one");
        assertThat(folder.resolve("progress.json.2.aside")).hasContent("two");
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "x");
        assertThatThrownBy(() -> new ProgressFile(blocked.resolve(ProgressFile.NAME)).write(Progress.NONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cannot be written");
    }
}

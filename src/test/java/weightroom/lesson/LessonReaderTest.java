package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;

class LessonReaderTest {
    @Test
    void linesMayEndAsOnAnySystem() {
        String good = Lessons.read(Lessons.RESOURCES.resolve("good.md"));
        assertThat(Lessons.parse(good.replace("\n", "\r\n")).steps())
                .extracting(Lesson.Step::line)
                .containsExactly(15, 46);
        assertThatThrownBy(() ->
                        Lessons.parse(good.replace("right <= 3", "rihgt <= 3").replace("\n", "\r\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("05-xor.md, line 68, column ");
    }

    @Test
    void theLessonOfTheDocumentationIsRead() {
        Lesson lesson = Lessons.parse(Lessons.documented());
        assertThat(lesson.title()).isEqualTo("XOR: why one neuron is not enough");
        assertThat(lesson.minutes()).isEqualTo(8);
        assertThat(lesson.needs()).containsExactly("02-perceptron/03-line");
        assertThat(lesson.settings()).containsExactly("training.optimizer.learning-rate", "seed");
        assertThat(lesson.view()).isEqualTo(View.BOUNDARY);
        assertThat(lesson.plots()).containsExactly(View.NETWORK, View.LOSS);
        Lesson.Step step = lesson.steps().get(0);
        assertThat(step.title()).isEqualTo("Four demands at once");
        assertThat(step.line()).isEqualTo(16);
        assertThat(step.parts()).hasSize(2);
        Part.Prose prose = step.parts(Part.Prose.class).get(0);
        assertThat(prose.line()).isEqualTo(18);
        assertThat(prose.markdown()).startsWith("One neuron cuts the plane");
        Part.Predict predict = step.parts(Part.Predict.class).get(0);
        assertThat(predict.line()).isEqualTo(20);
        List<Part.Choice> choices = ((Part.Answer.Choices) predict.answer()).choices();
        assertThat(choices).extracting(Part.Choice::right).containsExactly(false, true, false);
        Part.Play then = predict.then().orElseThrow();
        assertThat(then.epochs()).isEqualTo(2000);
        assertThat(then.experiment().orElseThrow().network().layers().get(0).units())
                .isEqualTo(1);
    }
}

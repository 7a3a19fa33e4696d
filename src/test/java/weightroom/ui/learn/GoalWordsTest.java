package weightroom.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.lesson.Course;
import weightroom.lesson.Lesson;
import weightroom.lesson.Part;

class GoalWordsTest {
    private static final Course COURSE = Course.shipped();

    private static List<String> goals(String id) {
        Lesson lesson = COURSE.lesson(id).orElseThrow();
        return lesson.steps().stream()
                .flatMap(step -> step.parts(Part.Goal.class).stream())
                .map(goal -> GoalWords.evidence(new Goal(goal), lesson.experiment()))
                .toList();
    }

    @Test
    void aGoalReachedByHandNamesNoEpochs() {
        assertThat(goals("01-neuron/04-bias")).containsExactly("rows right = 4");
        assertThat(goals("02-perceptron/01-step"))
                .containsExactly("rows right = 4, with Data = or", "rows right = 4, with Data = nand");
        assertThat(goals("03-multilayer/03-counting")).containsExactly("parameters = 26");
        Lesson bias = COURSE.lesson("01-neuron/04-bias").orElseThrow();
        Goal goal = new Goal(bias.steps().stream()
                .flatMap(step -> step.parts(Part.Goal.class).stream())
                .findFirst()
                .orElseThrow());
        goal.restore(0);
        assertThat(GoalWords.evidence(goal, bias.experiment())).isEqualTo("reached by hand");
    }

    @Test
    void aGoalOfTrainingSaysHowLongItMayTake() {
        assertThat(goals("02-perceptron/05-xor"))
                .containsExactly("rows right at least 3", "rows right = 4 within 100 epochs");
        assertThat(goals("06-gradient-descent/05-batches").get(0)).isEqualTo("steps = 4 within 1 epoch");
    }
}

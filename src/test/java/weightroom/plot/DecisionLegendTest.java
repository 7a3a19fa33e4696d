package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.testing.CleanLogExtension;

/** What stands below the plane of a decision plot, where there is little room. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class DecisionLegendTest {
    private static final Pattern TEXT =
            Pattern.compile("<text x=\"([0-9.]+)\" y=\"([0-9.]+)\"(?: text-anchor=\"(\\w+)\")?[^>]*>([^<]*)</text>");

    private final DecisionPlot plot = new DecisionPlot();

    /** A word and where it stands. */
    private record Word(String text, Rectangle2D box) {}

    @Start
    void show(Stage stage) {
        plot.setNames("x₁", "x₂");
        plot.setWords("train", "test", "contour");
        plot.setPoints(new DecisionPlot.Points(
                new float[2], new float[2], new float[2], new boolean[] {false, true}, new boolean[2]));
        stage.setScene(new Scene(plot));
        // The stage is that of earlier tests, and has their size.
        stage.setWidth(320);
        stage.setHeight(330);
        stage.show();
    }

    @Test
    void theNumbersOfANarrowScaleDoNotCoverEachOther(FxRobot robot) {
        List<Word> words = words(robot, new DecisionPlot.Scale("y − prediction", -5.96, 5.96, 0, List.of()), 1);
        assertThat(words).extracting(Word::text).contains("−5.96", "5.96", "train", "test");
        assertApart(words);
    }

    @Test
    void everyOfTenClassesHasItsNameInRowsThatAreEquallyLong(FxRobot robot) {
        List<String> classes = List.of("c-0", "c-1", "c-2", "c-3", "c-4", "c-5", "c-6", "c-7", "c-8", "c-9");
        List<Word> words = words(robot, new DecisionPlot.Scale("", 0, 1, Double.NaN, classes), 10);
        assertThat(words).extracting(Word::text).containsAll(classes).doesNotContain("…");
        assertApart(words);
        double lowest =
                words.stream().mapToDouble(word -> word.box().getMinY()).max().orElseThrow();
        assertThat(words.stream().filter(word -> word.box().getMinY() == lowest))
                .hasSize(5);
        assertThat(lowest).isLessThan(320);
    }

    private List<Word> words(FxRobot robot, DecisionPlot.Scale scale, int depth) {
        robot.interact(() -> {
            plot.setScale(scale);
            plot.setField(new Field(1, 1, -1, 1, -1, 1, new float[depth]));
        });
        WaitForAsyncUtils.waitForFxEvents();
        List<Word> words = new ArrayList<>();
        robot.interact(() -> {
            Matcher matcher = TEXT.matcher(plot.svg());
            while (matcher.find()) {
                double wide = plot.widthOf(matcher.group(4));
                String anchor = matcher.group(3) == null ? "start" : matcher.group(3);
                double share = anchor.equals("start") ? 0 : anchor.equals("end") ? 1 : 0.5;
                double x = Double.parseDouble(matcher.group(1)) - share * wide;
                words.add(new Word(
                        matcher.group(4), new Rectangle2D(x, Double.parseDouble(matcher.group(2)) - 8, wide, 10)));
            }
        });
        return words;
    }

    private static void assertApart(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                assertThat(words.get(i).box().intersects(words.get(j).box()))
                        .as("%s and %s", words.get(i), words.get(j))
                        .isFalse();
            }
        }
    }
}

package weightroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonsCheckCommandTest {
    private static final String LESSON =
            """
            ---
            title: A line
            minutes: 5
            experiment:
              weightroom: 1
              data: { source: and }
              network: { layers: [{ units: 1, activation: sigmoid }] }
              training: { optimizer: { id: sgd, learning-rate: 1 }, batch: full, epochs: 100 }
            ---

            ## Step

            ```claim
            text: One unit is enough.
            seeds: 2
            expect: right = 4
            ```
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("01-one"));
        Files.createDirectories(folder.resolve("02-two"));
        Files.writeString(folder.resolve("01-one/01-good.md"), LESSON);
        Files.writeString(folder.resolve("01-one/02-false.md"), LESSON.replace("right = 4", "right = 3"));
        Files.writeString(folder.resolve("02-two/01-bad.md"), LESSON.replace("minutes: 5", "minutes: 0"));
    }

    @Test
    void trueLessonsEndWithStatusZeroAndOneLineEach() {
        CommandLineRun run = CommandLineRun.of("lessons", "check", folder, "01-one/01-good");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(WeightroomCommand.DONE);
        assertThat(run.out().lines())
                .containsExactly(
                        "ok    01-one/01-good  1 claim, 0 goals",
                        "1 lesson: 1 good, 0 not true, 0 not readable; 3 runs");
    }

    @Test
    void aFalseClaimIsReportedWithFileLineSeedAndNumbers() {
        CommandLineRun run = CommandLineRun.of("lessons", "check", folder, "01-one");
        assertThat(run.status()).isEqualTo(WeightroomCommand.NOT_TRUE);
        assertThat(run.out())
                .contains("FALSE 01-one/02-false")
                .contains("02-false.md, line 13, claim: One unit is enough.")
                .contains("holds for 0 of 2 seeds; expected all")
                .contains("seed 1: right = 3 is false: right is 4");
    }

    @Test
    void aLessonThatCannotBeReadIsBadInput() {
        CommandLineRun run = CommandLineRun.of("lessons", "check", folder);
        assertThat(run.status()).isEqualTo(WeightroomCommand.BAD_INPUT);
        assertThat(run.out())
                .contains("ok    01-one/01-good")
                .containsPattern(
                        "BAD   .*01-bad.md, line 3, column 10: minutes is 0; expected a whole number from 1 to 60");
    }

    @Test
    void aLessonThatIsNotThereIsBadInput() {
        CommandLineRun run = CommandLineRun.of("lessons", "check", folder, "03-three");
        assertThat(run.status()).isEqualTo(WeightroomCommand.BAD_INPUT);
        assertThat(run.err()).contains("there is no lesson \"03-three\"");
        assertThat(CommandLineRun.of("lessons").status()).isEqualTo(WeightroomCommand.BAD_INPUT);
    }

    @Test
    void programsReadTheResultAsOneObject() throws IOException {
        CommandLineRun run = CommandLineRun.of("lessons", "check", "--json", folder);
        JsonNode result = JsonMapper.builder().build().readTree(run.out());
        assertThat(run.out().lines()).hasSize(1);
        JsonNode lesson = result.get("lessons").get(1);
        assertThat(lesson.get("lesson").asText()).isEqualTo("01-one/02-false");
        assertThat(lesson.get("holds").asBoolean()).isFalse();
        JsonNode finding = lesson.get("findings").get(0);
        assertThat(finding.get("kind").asText()).isEqualTo("claim");
        assertThat(finding.get("line").asInt()).isEqualTo(13);
        assertThat(finding.get("held").asInt()).isZero();
        assertThat(finding.get("problems").get(0).asText()).startsWith("holds for 0 of 2");
        assertThat(result.get("faults").get(0).get("lesson").asText()).isEqualTo("02-two/01-bad");
    }
}

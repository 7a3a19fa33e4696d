package weightroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.engine.InvalidInput;

class CourseTest {
    @TempDir
    private Path folder;

    private static final String PICTURE = Lessons.read(Lessons.RESOURCES.resolve("assets/line.svg"));

    private final String good = Lessons.read(Lessons.RESOURCES.resolve("good.md"));

    @BeforeEach
    void picture() {
        Lessons.write(folder, "02-two/assets/line.svg", PICTURE);
        Lessons.write(folder, "01-one/assets/line.svg", PICTURE);
    }

    @Test
    void lessonsComeInTheOrderOfTheirNumbersByChapter() {
        Lessons.write(folder, "02-two/01-b.md", good);
        Lessons.write(folder, "01-one/02-c.md", good);
        Lessons.write(folder, "01-one/01-a.md", good);
        Course course = Course.read(folder);
        assertThat(course.faults()).isEmpty();
        assertThat(course.lessons())
                .extracting(Lesson::id)
                .containsExactly("01-one/01-a", "01-one/02-c", "02-two/01-b");
        assertThat(course.chapters()).extracting(Course.Chapter::title).containsExactly("One", "Two");
        assertThat(course.chapters().get(1).number()).isEqualTo(2);
        assertThat(course.lesson("01-one/02-c")).isPresent();
    }

    @Test
    void aBrokenLessonLeavesTheOthersWorking() {
        Lessons.write(folder, "01-one/01-a.md", good.replace("minutes: 8", "minutes: x"));
        Lessons.write(folder, "01-one/02-b.md", good);
        Course course = Course.read(folder);
        assertThat(course.lessons()).extracting(Lesson::id).containsExactly("01-one/02-b");
        assertThat(course.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.id()).isEqualTo("01-one/01-a");
            assertThat(fault.message()).contains("01-a.md, line 3, column ");
        });
    }

    @Test
    void aLessonMayNeedOnlyWhatComesBefore() {
        Lessons.write(folder, "01-one/01-a.md", good);
        Lessons.write(folder, "01-one/02-b.md", needing("01-one/01-a"));
        Lessons.write(folder, "01-one/03-c.md", needing("01-one/04-d"));
        Lessons.write(folder, "01-one/04-d.md", needing("01-one/01-b"));
        Course course = Course.read(folder);
        assertThat(course.lessons()).extracting(Lesson::id).containsExactly("01-one/01-a", "01-one/02-b");
        assertThat(course.faults().get(0).message()).contains("\"01-one/04-d\", which does not come before");
        assertThat(course.faults().get(1).message())
                .contains("\"01-one/01-b\", which is no lesson")
                .contains("did you mean \"01-one/0");
    }

    private String needing(String id) {
        return good.replace("minutes: 8", "minutes: 8\nneeds: [" + id + "]");
    }

    @Test
    void aFileWithAnotherNameIsAFault() {
        Lessons.write(folder, "01-one/1-a.md", good);
        Lessons.write(folder, "one/01-a.md", good);
        assertThat(Course.read(folder).faults()).hasSize(2).allSatisfy(fault -> assertThat(fault.message())
                .contains("expected NN-chapter/NN-name.md"));
    }

    @Test
    void whatEditorsLeaveBehindIsNoLesson() {
        Lessons.write(folder, "01-one/.01-a.md", "x");
        Lessons.write(folder, "01-one/01-a.md~", "x");
        Lessons.write(folder, "01-one/notes.txt", "x");
        Lessons.write(folder, "README.md", "x");
        assertThat(Course.read(folder).faults()).isEmpty();
    }

    @Test
    void aBrokenGlossaryIsAFaultOfItsOwn() {
        Lessons.write(folder, "glossary.yaml", "neuron: 3");
        Lessons.write(folder, "01-one/01-a.md", good);
        Course course = Course.read(folder);
        assertThat(course.lessons()).hasSize(1);
        assertThat(course.faults()).extracting(Course.Fault::id).containsExactly("glossary.yaml");
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsAFault() throws IOException {
        Lessons.write(folder, "01-one/01-a.md", good + " ".repeat(LessonFile.MOST_BYTES));
        Files.write(folder.resolve("01-one/02-b.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xFF});
        assertThat(Course.read(folder).faults())
                .extracting(Course.Fault::message)
                .satisfiesExactly(
                        large -> assertThat(large).contains("is larger than 262144 bytes"),
                        text -> assertThat(text).contains("line 2").contains("is not UTF-8"));
    }

    @Test
    void lessonsAreCounted() {
        for (int i = 0; i <= CourseReader.MOST_LESSONS; i++) {
            Lessons.write(folder, "%02d-x/%02d-y.md".formatted(i / 100, i % 100), "");
        }
        assertThatThrownBy(() -> Course.read(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("holds 201 lessons; at most 200");
        assertThatThrownBy(() -> Course.read(folder.resolve("none")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is no folder");
    }

    @Test
    void aPackedCourseIsReadAsAFolderIs() throws IOException {
        Path jar = folder.resolve("a jar.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            for (Map.Entry<String, String> file : Map.of(
                            "glossary.yaml",
                            "neuron: A unit.",
                            "01-one/01-a.md",
                            good.replace("term:relu", "term:neuron"),
                            "01-one/assets/line.svg",
                            PICTURE)
                    .entrySet()) {
                Path target = zip.getPath("/lessons/" + file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        }
        Path packed = CourseReader.folderOf(
                URI.create("jar:" + jar.toUri() + "!/lessons/glossary.yaml").toURL());
        try (FileSystem open = packed.getFileSystem()) {
            Course course = Course.read(packed);
            assertThat(open.isOpen()).isTrue();
            assertThat(course.faults()).isEmpty();
            assertThat(course.lessons()).extracting(Lesson::id).containsExactly("01-one/01-a");
            assertThat(course.picture(course.lessons().get(0), "assets/line.svg"))
                    .isEqualTo(PICTURE);
        }
    }

    @Test
    void picturesAreReadFromTheLessonsFolderOnly() {
        Lessons.write(folder, "01-one/01-a.md", good);
        Lessons.write(folder, "secret.svg", "<svg/>");
        Course course = Course.read(folder);
        Lesson lesson = course.lessons().get(0);
        assertThat(course.picture(lesson, "assets/line.svg")).isEqualTo(PICTURE);
        assertThatThrownBy(() -> course.picture(lesson, "../secret.svg"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("leads out");
        assertThatThrownBy(() -> course.picture(lesson, "assets/none.svg"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no such file");
    }
}

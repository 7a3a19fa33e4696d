package weightroom.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.experiment.TextFile;

/**
 * Lessons in the order they are taken.
 *
 * @param folder where they were read from
 * @param lessons those that could be read
 * @param faults what is wrong with the others
 * @param glossary what their terms mean
 */
public record Course(Path folder, List<Lesson> lessons, List<Fault> faults, Glossary glossary) {
    public Course {
        lessons = List.copyOf(lessons);
        faults = List.copyOf(faults);
    }

    /**
     * Why a file could not be read.
     *
     * @param id of the lesson, or the name of another file of the course
     * @param message names file, line, what was found and what was expected
     */
    public record Fault(String id, String message) {}

    /**
     * Reads a folder of lessons, {@code NN-chapter/NN-name.md}. A file that is wrong is among the faults and leaves the
     * others working.
     *
     * @throws InvalidInput when the folder cannot be read, or holds more than {@value CourseReader#MOST_LESSONS} lessons
     */
    public static Course read(Path folder) {
        return new CourseReader(folder).read();
    }

    /** The lessons that come with the program. */
    public static Course shipped() {
        return read(Shipped.FOLDER);
    }

    /** Found once, and open for as long as the program runs, since pictures are read from it later. */
    private static final class Shipped {
        private static final Path FOLDER = CourseReader.onClassPath("/lessons");
    }

    /**
     * The picture that a lesson's prose names.
     *
     * @param path as it stands in the prose: {@code assets/neuron.svg}
     * @return the text of the SVG file
     * @throws InvalidInput when it cannot be read, or leads out of the lesson's folder
     */
    public String picture(Lesson lesson, String path) {
        Path chapter = folder.resolve(lesson.id()).normalize().getParent();
        Path file = folder.resolve(lesson.id()).resolveSibling(path).normalize();
        if (chapter == null || !file.startsWith(chapter)) {
            throw new InvalidInput("%s leads out of the lesson's folder".formatted(path));
        }
        return TextFile.decode(file.toString(), TextFile.bytes(file, LessonFile.MOST_BYTES));
    }

    /** The chapters that have a lesson, in order. */
    public List<Chapter> chapters() {
        Map<String, List<Lesson>> chapters = new LinkedHashMap<>();
        for (Lesson lesson : lessons) {
            chapters.computeIfAbsent(lesson.chapter(), id -> new ArrayList<>()).add(lesson);
        }
        return chapters.entrySet().stream()
                .map(chapter -> new Chapter(chapter.getKey(), chapter.getValue()))
                .toList();
    }

    /**
     * Lessons of one folder.
     *
     * @param id name of the folder: {@code 06-gradient-descent}
     */
    public record Chapter(String id, List<Lesson> lessons) {
        public Chapter {
            lessons = List.copyOf(lessons);
        }

        /** From 0; what the folder's name begins with. */
        public int number() {
            return Integer.parseInt(id.substring(0, 2));
        }

        /** The rest of the folder's name as words: {@code Gradient descent}. */
        public String title() {
            String words = id.substring(3).replace('-', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /** The lesson with this id. */
    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }
}

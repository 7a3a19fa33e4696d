package weightroom.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lessons to test with. */
final class Lessons {
    static final Path DOCUMENTATION = Path.of("src/docs/lessons.md");

    static final Path RESOURCES = Path.of("src/test/resources/weightroom/lesson");

    private Lessons() {}

    /** The lesson that the documentation shows. */
    static String documented() {
        String text = read(DOCUMENTATION);
        String fence = "````markdown\n";
        int begin = text.indexOf(fence) + fence.length();
        return text.substring(begin, text.indexOf("````\n", begin));
    }

    static Lesson parse(String text) {
        return LessonReader.read(new LessonFile("02-perceptron/05-xor", "05-xor.md", text, RESOURCES), new Glossary());
    }

    /** A course of one lesson. */
    static Course course(Path folder, String text) {
        write(folder, "02-perceptron/05-xor.md", text);
        return Course.read(folder);
    }

    static void write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

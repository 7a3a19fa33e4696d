package weightroom.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weightroom.engine.InvalidInput;
import weightroom.experiment.TextFile;
import weightroom.lesson.Course.Fault;

/** Reads the lessons of a folder. */
final class CourseReader {
    static final int MOST_LESSONS = 200;

    private static final String GLOSSARY = "glossary.yaml";
    private static final String ENDING = ".md";
    private static final String NUMBERED = "[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*";

    private final Path folder;
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    CourseReader(Path folder) {
        this.folder = folder;
    }

    Course read() {
        List<Path> files = lessonFiles();
        if (files.size() > MOST_LESSONS) {
            throw new InvalidInput(
                    "%s holds %d lessons; at most %d are read".formatted(folder, files.size(), MOST_LESSONS));
        }
        Glossary glossary = glossary();
        for (Path file : files) {
            read(file, glossary);
        }
        Set<String> known = files.stream().map(this::id).collect(Collectors.toSet());
        for (Lesson lesson : List.copyOf(lessons)) {
            missing(lesson, known);
        }
        return new Course(folder, lessons, faults, glossary);
    }

    private void read(Path file, Glossary glossary) {
        String id = id(file);
        try {
            if (!id.matches(NUMBERED + "/" + NUMBERED)) {
                throw new InvalidInput(
                        "%s is not named like a lesson; expected NN-chapter/NN-name.md, with two digits, lower-case letters and hyphens"
                                .formatted(file));
            }
            String text = TextFile.decode(file.toString(), TextFile.bytes(file, LessonFile.MOST_BYTES));
            Path chapter = folder.resolve(id).getParent();
            lessons.add(LessonReader.read(
                    new LessonFile(id, file.toString(), text, chapter == null ? folder : chapter), glossary));
        } catch (InvalidInput e) {
            faults.add(new Fault(id, String.valueOf(e.getMessage())));
        }
    }

    private Glossary glossary() {
        Path file = folder.resolve(GLOSSARY);
        if (!Files.exists(file)) {
            return new Glossary();
        }
        try {
            return Glossary.of(
                    file.toString(), TextFile.decode(file.toString(), TextFile.bytes(file, LessonFile.MOST_BYTES)));
        } catch (InvalidInput e) {
            faults.add(new Fault(GLOSSARY, String.valueOf(e.getMessage())));
            return new Glossary();
        }
    }

    /** A lesson whose needs do not come before it, or nowhere, is wrong. */
    private void missing(Lesson lesson, Set<String> known) {
        for (String need : lesson.needs()) {
            boolean later = known.contains(need) && need.compareTo(lesson.id()) >= 0;
            if (later || !known.contains(need)) {
                String problem = later
                        ? "does not come before this one"
                        : "is no lesson of this course; %sexpected the id of another one"
                                .formatted(weightroom.experiment.Nearest.suggestion(need, known));
                lessons.remove(lesson);
                faults.add(new Fault(
                        lesson.id(),
                        "%s: needs has \"%s\", which %s"
                                .formatted(folder.resolve(lesson.id() + ENDING), need, problem)));
                return;
            }
        }
    }

    /** Every Markdown file of the folders within this one, in order. */
    private List<Path> lessonFiles() {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInput(folder + " is no folder; expected a folder of lessons, NN-chapter/NN-name.md");
        }
        List<Path> files = new ArrayList<>();
        for (Path chapter : children(folder)) {
            if (Files.isDirectory(chapter)) {
                children(chapter).stream()
                        .filter(file -> name(file).endsWith(ENDING) && Files.isRegularFile(file))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static List<Path> children(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child ->
                            !name(child).startsWith(".") && !name(child).endsWith("~"))
                    .sorted((one, other) -> name(one).compareTo(name(other)))
                    .toList();
        } catch (IOException e) {
            throw TextFile.unreadable(parent, e);
        }
    }

    private String id(Path file) {
        Path chapter = file.getParent();
        String name = name(file);
        return name(chapter == null ? folder : chapter) + "/" + name.substring(0, name.length() - ENDING.length());
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().replace("/", "");
    }

    /** A folder of lessons that was packed with the program, in its jar or beside its classes. */
    static Path onClassPath(String name) {
        // Jars need not list their folders, so a file is asked for.
        URL url = CourseReader.class.getResource(name + "/" + GLOSSARY);
        if (url == null) {
            throw new IllegalStateException("the program was packed without " + name);
        }
        return folderOf(url);
    }

    /** The folder that a packed file stands in; a jar stays open, since pictures are read from it later. */
    static Path folderOf(URL file) {
        try {
            URI uri = file.toURI();
            if (!uri.getScheme().equals("jar")) {
                return Path.of(uri).resolve("..").normalize();
            }
            String inside = uri.getRawSchemeSpecificPart();
            Path jar = Path.of(URI.create(inside.substring(0, inside.indexOf("!/"))));
            Path inJar = FileSystems.newFileSystem(jar)
                    .getPath(URI.create(inside.substring(inside.indexOf("!/") + 1))
                            .getPath());
            return inJar.resolve("..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

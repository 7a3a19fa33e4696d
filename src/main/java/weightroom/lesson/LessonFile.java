package weightroom.lesson;

import java.nio.file.Path;

/**
 * A lesson before it is read.
 *
 * @param id path within the course without the ending
 * @param name for messages
 * @param folder of its chapter, which pictures are in
 */
record LessonFile(String id, String name, String text, Path folder) {
    /** The largest file that is read. */
    static final int MOST_BYTES = 256 * 1024;
}

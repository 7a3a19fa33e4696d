package weightroom.lesson;

import java.util.List;

/**
 * What training said of one claim or goal.
 *
 * @param line of the block in the file
 * @param text of the block
 * @param seeds with how many seeds it was tried
 * @param held with how many of them it came true
 * @param problems why it does not hold, with the numbers that came out; empty where it does
 */
public record Finding(Kind kind, int line, String text, int seeds, int held, List<String> problems) {
    public Finding {
        problems = List.copyOf(problems);
    }

    /** What was checked. */
    public enum Kind {
        CLAIM,
        GOAL
    }

    public boolean holds() {
        return problems.isEmpty();
    }
}

package weightroom.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words that make a block of fenced code, each with the fields that it may have. */
enum BlockWord {
    PREDICT("question", "choices", "number", "curve", "then", "explain"),
    DO("text", "set", "fresh", "epochs", "until"),
    GOAL("text", "reach", "within", "when", "solution"),
    CLAIM("text", "set", "experiment", "lanes", "epochs", "seeds", "expect", "holds"),
    QUIZ("question", "choices"),
    HINT("text"),
    REVEAL("title", "text"),
    LOOK("text"),
    EXPLAIN("text", "row", "at", "number", "lock", "ask"),
    UNLOCK("settings", "plots", "view");

    private final List<String> fields;

    BlockWord(String... fields) {
        this.fields = List.of(fields);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> fields() {
        return fields;
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(BlockWord::id).toList();
    }

    static Optional<BlockWord> byId(String id) {
        return Arrays.stream(values()).filter(word -> word.id().equals(id)).findFirst();
    }
}

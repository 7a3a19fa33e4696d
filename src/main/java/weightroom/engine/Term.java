package weightroom.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A word of the vocabulary: something a student can choose by name. The id is the same in experiment files, on the command
 * line, in lessons and in exports; the other texts are the English source of menus, tooltips and the glossary.
 */
public interface Term {
    /** Kebab-case name, unique within its vocabulary: {@code leaky-relu}. */
    String id();

    /** Name for menus and legends: {@code Leaky ReLU}. */
    String label();

    /** The defining formula in plain Unicode. */
    String formula();

    /** One sentence: what it does and what follows from choosing it. */
    String help();

    /**
     * The constant with this id.
     *
     * @throws InvalidInput naming what was found and every id there is
     */
    static <T extends Enum<T> & Term> T byId(Class<T> vocabulary, String what, String id) {
        for (T term : vocabulary.getEnumConstants()) {
            if (term.id().equals(id)) {
                return term;
            }
        }
        throw new InvalidInput("%s \"%s\" is not known; expected one of: %s".formatted(what, id, ids(vocabulary)));
    }

    /** Every id of a vocabulary in order, separated by commas. */
    static <T extends Enum<T> & Term> String ids(Class<T> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Term::id).collect(Collectors.joining(", "));
    }
}

package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weightroom.ui.kit.FeatureLabel;

/**
 * The inputs that a network receives, among those it could: every raw input as it is, and for one or two of them their
 * squares, product and sines. Features in use that are none of these follow at the end.
 *
 * @param choices in the order in which they are drawn
 * @param names of the raw inputs
 */
record InputChoices(List<Choice> choices, List<String> names) {
    private static final List<String> OF_ONE = List.of("x1^2", "sin(x1)", "cos(x1)");
    private static final List<String> OF_TWO = List.of("x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)");
    private static final Pattern BY_PLACE = Pattern.compile("x(\\d+)");

    InputChoices {
        choices = List.copyOf(choices);
        names = List.copyOf(names);
    }

    /**
     * One input on offer.
     *
     * @param formula as {@code data.features} writes it
     * @param label as people write it
     * @param index place among the network's inputs, from 0; −1 where it is not in use
     */
    record Choice(String formula, String label, int index) {
        boolean used() {
            return index >= 0;
        }
    }

    /**
     * @param features of the experiment; none stand for all inputs as they are
     * @param names of the raw inputs
     */
    static InputChoices of(List<String> features, List<String> names) {
        List<String> used = new ArrayList<>(features.isEmpty() ? names : features);
        List<String> offered = new ArrayList<>(names);
        offered.addAll(names.size() == 1 ? OF_ONE : names.size() == 2 ? OF_TWO : List.of());
        List<Choice> choices = new ArrayList<>();
        boolean[] taken = new boolean[used.size()];
        for (String formula : offered) {
            int index = find(formula, used, taken, names);
            choices.add(new Choice(index < 0 ? formula : used.get(index), FeatureLabel.of(formula), index));
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                choices.add(new Choice(used.get(i), FeatureLabel.of(used.get(i)), i));
            }
        }
        return new InputChoices(choices, names);
    }

    /** Those alone that the network receives. */
    InputChoices inUse() {
        return new InputChoices(choices.stream().filter(Choice::used).toList(), names);
    }

    private static int find(String formula, List<String> used, boolean[] taken, List<String> names) {
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && plain(used.get(i), names).equals(plain(formula, names))) {
                taken[i] = true;
                return i;
            }
        }
        return -1;
    }

    /** Without spaces, and an input given by its place by its name. */
    private static String plain(String formula, List<String> names) {
        Matcher place = BY_PLACE.matcher(formula);
        if (!names.contains(formula) && place.matches()) {
            int index = Integer.parseInt(place.group(1)) - 1;
            return index >= 0 && index < names.size() ? names.get(index) : formula;
        }
        return names.contains(formula) ? formula : formula.replace(" ", "");
    }

    int usedCount() {
        return (int) choices.stream().filter(Choice::used).count();
    }

    /** The choice that is the network's input of this index. */
    int choiceOf(int input) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).index() == input) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no input " + input);
    }

    /** Whether a choice can be taken out or added: the last one in use stays. */
    boolean canToggle(int choice) {
        return !choices.get(choice).used() || usedCount() > 1;
    }

    /**
     * The features with a choice taken out or added at its place, as {@code data.features} has them: none for all inputs as
     * they are.
     */
    List<String> toggled(int choice) {
        List<String> next = new ArrayList<>(choices.stream()
                .filter(Choice::used)
                .sorted((one, other) -> Integer.compare(one.index(), other.index()))
                .map(Choice::formula)
                .toList());
        Choice meant = choices.get(choice);
        if (meant.used()) {
            next.remove(meant.index());
        } else {
            next.add(placeFor(choice), meant.formula());
        }
        return next.equals(names) ? List.of() : next;
    }

    /** Before the first input in use that is drawn below it. */
    private int placeFor(int choice) {
        int place = usedCount();
        for (int i = choice + 1; i < choices.size(); i++) {
            place = choices.get(i).used() ? Math.min(place, choices.get(i).index()) : place;
        }
        return place;
    }
}

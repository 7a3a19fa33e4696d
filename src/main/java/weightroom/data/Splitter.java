package weightroom.data;

import java.util.Arrays;
import weightroom.engine.InvalidInput;
import weightroom.engine.RandomStream;

/** Shares rows out at random. */
public final class Splitter {
    private Splitter() {}

    /**
     * Which rows (from 0) belong to which part; each part in file order.
     *
     * @param train at least one
     * @param validation may be empty
     * @param test may be empty
     */
    public record Parts(int[] train, int[] validation, int[] test) {}

    /**
     * Shares out {@code count} rows. The sizes are n·share rounded to the nearest whole row, the test part takes what is
     * left; which row goes where is drawn from {@link RandomStream.Purpose#SPLIT}. Each part keeps file order, so with
     * {@code train} 1 the training rows are the file.
     *
     * @throws InvalidInput if a part that is asked for would be empty
     */
    public static Parts split(int count, Shares shares, long seed) {
        int train = (int) Math.min(count, Math.round(count * shares.train()));
        int validation = shares.test() == 0
                ? (shares.validation() == 0 ? 0 : count - train)
                : (int) Math.min(count - train, Math.round(count * shares.validation()));
        if (shares.validation() == 0 && shares.test() == 0) {
            train = count;
        }
        int test = count - train - validation;
        require("train", shares.train(), train, count);
        require("validation", shares.validation(), validation, count);
        require("test", shares.test(), test, count);
        int[] order = new int[count];
        new RandomStream(seed, RandomStream.Purpose.SPLIT, 0).permute(order);
        return new Parts(part(order, 0, train), part(order, train, validation), part(order, train + validation, test));
    }

    private static int[] part(int[] order, int from, int size) {
        int[] rows = Arrays.copyOfRange(order, from, from + size);
        Arrays.sort(rows);
        return rows;
    }

    private static void require(String part, double share, int size, int count) {
        if (share > 0 && size == 0) {
            throw new InvalidInput(
                    "the %s part would be empty: %s of %d rows; expected at least one row, so use more rows or other shares"
                            .formatted(part, (float) share, count));
        }
    }
}

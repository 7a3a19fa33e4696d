package weightroom.ui.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import weightroom.lesson.Part;
import weightroom.lesson.Part.Answer;
import weightroom.lesson.Progress;

/** What a student expects of a run, and what came of it. */
final class Prediction {
    /** A drawn curve has so many points to be moved. */
    static final int HANDLES = 13;

    /** As many as a plot can show. */
    private static final int KEPT_POINTS = 300;

    private final Part.Predict question;
    private State state = State.OPEN;
    private Optional<Given> given = Optional.empty();
    private List<Point> truth = List.of();
    private boolean remembered;

    Prediction(Part.Predict question) {
        this.question = question;
    }

    /** How far it is. */
    enum State {
        /** The answer can be changed. */
        OPEN,
        /** The answer is locked in, and the run is on its way to the truth. */
        PLAYING,
        /** The truth is known. */
        KNOWN
    }

    /** What the student answers. */
    sealed interface Given {
        /** @param index of the choice, from 0 */
        record Choice(int index) implements Given {}

        record Amount(double value) implements Given {}

        /** @param points from left to right */
        record Curve(List<Point> points) implements Given {
            public Curve {
                points = List.copyOf(points);
            }
        }
    }

    /** A point of a curve over epochs. */
    record Point(double epoch, double value) {}

    Part.Predict question() {
        return question;
    }

    State state() {
        return state;
    }

    Optional<Given> given() {
        return given;
    }

    /** Answers, or answers otherwise; nothing once it is locked in. */
    void give(Given answer) {
        if (state == State.OPEN) {
            given = Optional.of(answer);
        }
    }

    /** Locks the answer in; returns whether there is one that was not locked in before. */
    boolean lockIn() {
        boolean locked = state == State.OPEN && given.isPresent();
        if (locked) {
            state = State.PLAYING;
        }
        return locked;
    }

    /** Takes note of the truth. */
    void know(List<Point> measured) {
        truth = List.copyOf(measured);
        state = State.KNOWN;
    }

    /** Was locked in before, in a run that is gone; one that the question could not have is not taken. */
    void restore(Progress.Prediction kept) {
        Answer answer = question.answer();
        Optional<Given> before = Optional.empty();
        if (kept instanceof Progress.Prediction.Choice choice
                && answer instanceof Answer.Choices choices
                && choice.index() < choices.choices().size()) {
            before = Optional.of(new Given.Choice(choice.index()));
        } else if (kept instanceof Progress.Prediction.Amount amount && answer instanceof Answer.Amount) {
            before = Optional.of(new Given.Amount(amount.value()));
        } else if (kept instanceof Progress.Prediction.Curve curve && answer instanceof Answer.Drawn) {
            before = Optional.of(new Given.Curve(points(curve.points())));
            truth = points(curve.truth());
        }
        if (before.isPresent()) {
            given = before;
            state = State.KNOWN;
            remembered = true;
        }
    }

    /** What is to be remembered; nothing before it is locked in. */
    Optional<Progress.Prediction> kept() {
        return given.filter(answer -> state != State.OPEN).map(answer -> {
            if (answer instanceof Given.Choice choice) {
                return new Progress.Prediction.Choice(choice.index());
            } else if (answer instanceof Given.Amount amount) {
                return new Progress.Prediction.Amount(amount.value());
            }
            return new Progress.Prediction.Curve(
                    pairs(((Given.Curve) answer).points()), pairs(thinned(truth, KEPT_POINTS)));
        });
    }

    private static List<Point> points(double[][] pairs) {
        return Arrays.stream(pairs).map(pair -> new Point(pair[0], pair[1])).toList();
    }

    private static double[][] pairs(List<Point> points) {
        return points.stream()
                .map(point -> new double[] {point.epoch(), point.value()})
                .toArray(double[][]::new);
    }

    /** Finite points, at most so many, evenly spread from the first to the last. */
    private static List<Point> thinned(List<Point> all, int most) {
        List<Point> finite =
                all.stream().filter(point -> Double.isFinite(point.value())).toList();
        int last = finite.size() - 1;
        return last < most
                ? finite
                : IntStream.range(0, most)
                        .mapToObj(i -> finite.get((int) ((long) i * last / (most - 1))))
                        .toList();
    }

    /** Whether what came out was in a run that is gone, so that no other curve shows it. */
    boolean remembered() {
        return remembered;
    }

    /** The curve that came out, where one was drawn. */
    List<Point> truth() {
        return truth;
    }

    /** Whether a known answer is right: the right choice, or a number within the tolerance; empty for a curve. */
    Optional<Boolean> right() {
        if (state != State.KNOWN || given.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = question.answer();
        if (answer instanceof Answer.Choices choices && given.get() instanceof Given.Choice chosen) {
            return Optional.of(choices.choices().get(chosen.index()).right());
        } else if (answer instanceof Answer.Amount amount && given.get() instanceof Given.Amount number) {
            return Optional.of(Math.abs(number.value() - amount.answer()) <= amount.within());
        }
        return Optional.empty();
    }

    /** The mean distance between a drawn curve and the one that came out; NaN where there is nothing to compare. */
    double meanDistance() {
        if (!(given.orElse(null) instanceof Given.Curve curve) || truth.isEmpty()) {
            return Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (Point drawn : curve.points()) {
            double measured = valueAt(truth, drawn.epoch());
            if (!Double.isNaN(measured)) {
                sum += Math.abs(drawn.value() - measured);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double valueAt(List<Point> curve, double epoch) {
        Point before = curve.get(0);
        for (Point point : curve) {
            if (point.epoch() >= epoch) {
                double width = point.epoch() - before.epoch();
                double share = width <= 0 ? 0 : (epoch - before.epoch()) / width;
                return before.value() + share * (point.value() - before.value());
            }
            before = point;
        }
        return Double.NaN;
    }
}

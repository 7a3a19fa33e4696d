package weightroom.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.SavedRunReader;
import weightroom.experiment.Setup;
import weightroom.race.Contest;
import weightroom.race.Lane;
import weightroom.race.Target;
import weightroom.run.Background;
import weightroom.ui.model.Options;

/** The question that a race is to answer, the experiment that it is about, and the contest that follows from both. */
final class QuestionModel {
    /** Where nobody says anything else; those of Train are often far more than a race needs. */
    static final long USUAL_EPOCHS = 300;

    static final int USUAL_SEEDS = 8;
    static final int USUAL_TRIALS = 7;
    private static final String KEPT = "compare.question";

    private final Options options;
    private final Background background;
    private final ReadOnlyObjectWrapper<Question> question;
    private final ReadOnlyObjectWrapper<Optional<Contest>> contest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<String, Lane> files = new HashMap<>();
    private final Map<String, List<String>> values = new HashMap<>();
    private Optional<Base> base = Optional.empty();
    private Optional<Question> settled = Optional.empty();

    QuestionModel(Options options, Background background) {
        this.options = options;
        this.background = background;
        Question first = new Question(
                Difference.OPTIMIZER,
                "",
                Offers.values(Difference.OPTIMIZER, "", Experiment.opening()),
                USUAL_SEEDS,
                Target.USUAL,
                USUAL_TRIALS,
                USUAL_EPOCHS);
        question = new ReadOnlyObjectWrapper<>(Question.read(options.text(KEPT)).orElse(first));
    }

    ReadOnlyObjectProperty<Question> question() {
        return question.getReadOnlyProperty();
    }

    Question now() {
        return question.get();
    }

    /** What answers the question; empty where nothing can, see {@link #problem()}. */
    ReadOnlyObjectProperty<Optional<Contest>> contest() {
        return contest.getReadOnlyProperty();
    }

    /** Why no race can answer the question. */
    ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What all lanes are but for what differs; empty at first. */
    Optional<Base> base() {
        return base;
    }

    /** Has the race be about another experiment. Values that nobody changed are those that suit it. */
    void setBase(Base changed) {
        Question now = question.get();
        boolean offered = base.map(before -> Offers.values(now.difference(), now.path(), before.experiment())
                        .equals(now.values()))
                .orElse(options.text(KEPT).isEmpty());
        base = Optional.of(changed);
        Question next = now;
        if (options.text(KEPT).isEmpty()) {
            double stop = changed.experiment().training().stop().trainLoss();
            long epochs = Math.min(USUAL_EPOCHS, changed.experiment().training().epochs());
            next = next.withEpochs(Math.max(1, epochs))
                    .withTarget(Double.isNaN(stop) ? Target.USUAL : new Target(Target.USUAL.figure(), stop));
        }
        if (offered) {
            next = next.withValues(Offers.values(now.difference(), now.path(), changed.experiment()));
        }
        question.set(next);
        settle();
        readFiles();
    }

    /** Asks something else; the lanes of what was asked before come back when it is asked again. */
    void setDifference(Difference difference, String path) {
        Question now = question.get();
        values.put(key(now.difference(), now.path()), now.values());
        List<String> wanted = values.getOrDefault(
                key(difference, path),
                base.map(one -> Offers.values(difference, path, one.experiment()))
                        .orElse(List.of()));
        set(now.withDifference(difference, path, wanted));
    }

    void change(UnaryOperator<Question> how) {
        set(how.apply(question.get()));
    }

    /** One more lane; nothing where there is no other value or no room. */
    void add(String value) {
        List<String> next = new ArrayList<>(question.get().values());
        next.add(value);
        set(question.get().withValues(next));
    }

    /** A value that no lane has yet. */
    Optional<String> next() {
        return base.flatMap(one -> Offers.next(question.get(), one.experiment()));
    }

    /** Every word that a lane may be; empty where it is a number or a text. */
    List<String> words() {
        Question now = question.get();
        return base.map(one -> Offers.words(now.difference(), now.path(), one.experiment()))
                .orElse(List.of());
    }

    void remove(int lane) {
        List<String> next = new ArrayList<>(question.get().values());
        next.remove(lane);
        set(question.get().withValues(next));
    }

    /** Another place for a lane; one beyond the ends is left alone. */
    void move(int lane, int by) {
        List<String> next = new ArrayList<>(question.get().values());
        int to = lane + by;
        if (to >= 0 && to < next.size()) {
            next.add(to, next.remove(lane));
            set(question.get().withValues(next));
        }
    }

    void setValue(int lane, String value) {
        List<String> next = new ArrayList<>(question.get().values());
        next.set(lane, value.strip());
        set(question.get().withValues(next));
    }

    /** The values that lanes have before anybody chose some. */
    void setUsualValues() {
        Question now = question.get();
        base.ifPresent(one -> set(now.withValues(Offers.values(now.difference(), now.path(), one.experiment()))));
    }

    /** What the lanes are called. */
    List<String> names() {
        return question.get().values().stream().map(this::name).toList();
    }

    /** What a lane with this value is called. */
    String name(String value) {
        return base.map(one -> Lanes.name(question.get(), value, one, files)).orElse(value);
    }

    /** Adds whole experiments or runs as lanes, once they were read. */
    void addFiles(List<Path> chosen) {
        List<String> next = new ArrayList<>(question.get().values());
        chosen.stream()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .filter(file -> !next.contains(file))
                .forEach(next::add);
        set(question.get().withValues(next));
    }

    /** A race answers the question as it is now. */
    void settled() {
        settled = Optional.of(question.get());
    }

    /** Puts the question back to what was raced. */
    void takeBack() {
        settled.ifPresent(this::set);
    }

    private void set(Question next) {
        if (!next.equals(question.get())) {
            question.set(next);
            options.remember(KEPT, next.text());
            settle();
            readFiles();
        }
    }

    private void settle() {
        if (base.isEmpty()) {
            return;
        }
        try {
            Contest made = Lanes.contest(question.get(), base.get(), files);
            problem.set(Optional.empty());
            contest.set(Optional.of(made));
        } catch (InvalidInput wrong) {
            problem.set(Optional.of(String.valueOf(wrong.getMessage())));
            contest.set(Optional.empty());
        }
    }

    /** Reads the files that have not been read; a race waits for them. */
    private void readFiles() {
        Question now = question.get();
        if (now.difference() != Difference.FILES) {
            return;
        }
        for (String value : now.values()) {
            if (!files.containsKey(value)) {
                background.run(() -> read(Path.of(value)), lane -> read(value, lane), why -> unread(value, why));
            }
        }
    }

    private void read(String value, Lane lane) {
        files.put(value, lane);
        settle();
    }

    private void unread(String value, String why) {
        if (question.get().values().contains(value)) {
            problem.set(Optional.of(why));
        }
    }

    private static Lane read(Path file) {
        Experiment experiment = SavedRunReader.looksLikeOne(file)
                ? SavedRunReader.read(file).experiment()
                : ExperimentReader.read(file);
        Lane lane = Lanes.file(file, experiment);
        Setup.of(experiment, lane.folder());
        return lane;
    }

    private static String key(Difference difference, String path) {
        return difference.id() + " " + path;
    }
}

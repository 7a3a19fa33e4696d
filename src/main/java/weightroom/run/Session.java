package weightroom.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.experiment.Setup;
import weightroom.run.Snapshot.Notice.Kind;
import weightroom.run.Timeline.Earlier;
import weightroom.run.Timeline.View;
import weightroom.run.UndoList.Doing;
import weightroom.run.UndoList.Edited;
import weightroom.run.UndoList.Replaced;
import weightroom.run.UndoList.Turned;

/** The run that is worked on, those it replaced, and everything done to them that can be undone. */
final class Session implements AutoCloseable {
    /** The oldest history of a replaced run goes when there are more. */
    static final int MOST_EARLIER = 8;

    /** Stands for what is not a turn of a knob that may go on. */
    private static final String ONCE = "";

    private final Devices devices;
    private final DeviceTrial trial;
    private final BiConsumer<Kind, String> tell;
    private final long budget;
    private final UndoList undoList = new UndoList();
    private final Deque<Earlier> earlier = new ArrayDeque<>();
    private List<Earlier> shownEarlier = List.of();
    private String wantedDevice = "java";
    private Course course;

    /**
     * @param folder that files named by the experiment are relative to
     * @param budget what the keyframes of a run may take, in bytes
     * @param tell hears what the user should know
     * @throws InvalidInput when the experiment cannot be trained
     */
    Session(Devices devices, Experiment experiment, Path folder, long budget, BiConsumer<Kind, String> tell) {
        this.devices = devices;
        this.trial = new DeviceTrial(devices);
        this.budget = budget;
        this.tell = tell;
        this.course = start(Setup.of(experiment, folder), folder);
    }

    Course course() {
        return course;
    }

    Run run() {
        return course.run();
    }

    View view() {
        return course.view(shownEarlier, undoList.undoLabel(), undoList.redoLabel());
    }

    /** Live where weights and data keep their meaning, else from a fresh start. */
    void change(Experiment experiment) {
        Setup before = run().setup();
        if (experiment.equals(before.experiment())) {
            return;
        }
        Setup changed = before.with(experiment, course.folder());
        Difference difference = Difference.between(before.experiment(), changed.experiment());
        if (Run.keepsWeights(before, changed)) {
            changeLive(changed, difference);
        } else {
            replace(start(changed, course.folder()), difference.text(), difference.what());
            tell.accept(Kind.INFORMATION, Text.of("fresh.start"));
        }
    }

    /** @throws InvalidInput as {@link Run#edit} */
    void edit(Map<Integer, Float> parameters) {
        run().checkEdit(parameters);
        String what = "edit " + parameters.keySet().stream().sorted().toList();
        long now = System.nanoTime();
        Optional<Edited> turning = turning(what, now, Edited.class);
        Map<Integer, Float> old = turning.map(Edited::before).orElseGet(() -> present(parameters));
        String text = ParameterNames.edit(run().setup().plan().network(), old, parameters);
        if (course.edit(parameters, text, turning.isPresent())) {
            undoList.forgetAfter(run().step());
        }
        turning.ifPresent(last -> undoList.takeDone());
        undoList.add(new Edited(text, what, old, parameters, run().step()), now);
    }

    /** Back to the first weights. */
    void reset() {
        if (!course.untouched()) {
            replace(start(run().setup(), course.folder()), Text.of("reset"), ONCE);
        }
    }

    /**
     * Goes on with a run that was saved.
     *
     * @throws InvalidInput when its rows can no longer be read, or have changed since
     */
    void open(SavedRun saved) {
        Setup setup = saved.setup();
        Run opened = new Run(setup, devices, device(setup), saved);
        if (opened.history().size() == 0) {
            opened.measure();
        }
        replace(new Course(opened, saved.folder(), budget), Text.of("open"), ONCE);
    }

    /** @throws InvalidInput when the experiment cannot be trained */
    void startNew(Experiment experiment, Path folder) {
        replace(start(Setup.of(experiment, folder), folder), Text.of("new"), ONCE);
    }

    /** Takes back what was done last; returns whether another run came back by it. */
    boolean undo() {
        Optional<Doing> last = undoList.takeDone();
        while (last.isPresent() && gone(last.get())) {
            last = undoList.takeDone();
        }
        return last.map(doing -> {
                    undoList.addUndone(turnBack(doing));
                    return doing instanceof Replaced;
                })
                .orElse(false);
    }

    /** Does again what was undone last; returns whether another run came back by it. */
    boolean redo() {
        return undoList.takeUndone()
                .map(doing -> {
                    undoList.addRedone(turnForth(doing));
                    return doing instanceof Replaced;
                })
                .orElse(false);
    }

    /** Keeps what lies beyond here as a branch; what was done there cannot be undone here. */
    void branch() {
        if (course.branchHere()) {
            undoList.forgetAfter(run().step());
        }
    }

    /** Makes a branch the present line; what was done on the one that is left cannot be undone on it. */
    boolean goTo(int branch) {
        long parting = course.partingFrom(branch);
        boolean found = course.goTo(branch);
        if (found) {
            undoList.forgetAfter(parting);
        }
        return found;
    }

    /** Forgets replaced runs' histories and branches. */
    void clearEarlier() {
        earlier.clear();
        shownEarlier = List.of();
        course.clearBranches();
    }

    /** Frees the program while nobody works here; {@link #resume} brings it back as it stands. */
    void park() {
        course.park();
    }

    /**
     * Goes on after {@link #park}.
     *
     * @param deviceId where to compute from now on, or {@code auto}
     */
    void resume(String deviceId) {
        wantedDevice = deviceId;
        course.resume(devices, device(course.run().setup()));
    }

    /** The device asked for: an id or {@code auto}. */
    String wantedDevice() {
        return wantedDevice;
    }

    /** Goes on, on another device: an id or {@code auto}. */
    void useDevice(String id) {
        wantedDevice = id;
        Device chosen = device(run().setup());
        if (chosen != run().device()) {
            run().moveTo(chosen);
            tell.accept(Kind.INFORMATION, Text.of("device.moved", chosen.id()));
        } else if (id.equals(Devices.AUTO)) {
            tell.accept(Kind.INFORMATION, Text.of("device.kept", chosen.id()));
        }
    }

    @Override
    public void close() {
        course.close();
    }

    private void changeLive(Setup changed, Difference step) {
        Experiment experiment = changed.experiment();
        long now = System.nanoTime();
        Optional<Turned> turning = turning(step.what(), now, Turned.class);
        Experiment before = turning.map(Turned::before).orElse(run().setup().experiment());
        Difference whole = turning.isPresent() ? Difference.between(before, experiment) : step;
        if (course.change(changed, whole, turning.isPresent())) {
            undoList.forgetAfter(run().step());
        }
        turning.ifPresent(last -> undoList.takeDone());
        undoList.add(new Turned(whole.text(), step.what(), before, experiment, run().step()), now);
    }

    private <T extends Doing> Optional<T> turning(String what, long now, Class<T> kind) {
        return course.atLatest()
                ? undoList.turning(what, now).filter(kind::isInstance).map(kind::cast)
                : Optional.empty();
    }

    /** While a knob that needs fresh starts is turned, only the run from before is kept. */
    private void replace(Course fresh, String label, String what) {
        Course left = course;
        long now = System.nanoTime();
        Optional<Replaced> turning =
                undoList.turning(what, now).filter(Replaced.class::isInstance).map(Replaced.class::cast);
        course = fresh;
        if (turning.isPresent()) {
            undoList.takeDone();
            left.close();
            undoList.add(new Replaced(label, what, turning.get().other()), now);
        } else {
            left.park();
            remember(left, label);
            undoList.add(new Replaced(label, what, left), now);
        }
    }

    private void remember(Course left, String label) {
        if (!left.untouched()) {
            earlier.add(new Earlier(label, left.history()));
            if (earlier.size() > MOST_EARLIER) {
                earlier.removeFirst();
            }
            shownEarlier = List.copyOf(earlier);
        }
    }

    /** Whether something done cannot be undone, because the run went another way since. */
    private boolean gone(Doing doing) {
        if (doing instanceof Turned turned) {
            if (turned.step() > run().step()) {
                arriveAtLatest();
            }
            return !turned.after().equals(run().setup().experiment());
        }
        if (doing instanceof Edited edited && edited.step() > run().step()) {
            arriveAtLatest();
        }
        return false;
    }

    private void arriveAtLatest() {
        course.seekLatest();
        while (course.travelling()) {
            course.travelOn(Long.MAX_VALUE);
        }
    }

    private Doing turnBack(Doing doing) {
        if (doing instanceof Turned turned) {
            turn(turned.after(), turned.before());
            return turned.at(run().step());
        }
        if (doing instanceof Edited edited) {
            put(edited.after(), edited.before());
            return edited.at(run().step());
        }
        return swap((Replaced) doing);
    }

    private Doing turnForth(Doing doing) {
        if (doing instanceof Turned turned) {
            turn(turned.before(), turned.after());
            return turned.at(run().step());
        }
        if (doing instanceof Edited edited) {
            put(edited.before(), edited.after());
            return edited.at(run().step());
        }
        return swap((Replaced) doing);
    }

    private void turn(Experiment from, Experiment to) {
        course.change(run().setup().with(to, course.folder()), Difference.between(from, to), false);
    }

    private void put(Map<Integer, Float> from, Map<Integer, Float> to) {
        course.edit(to, ParameterNames.edit(run().setup().plan().network(), from, to), false);
    }

    private Replaced swap(Replaced replaced) {
        Course left = course;
        course = replaced.other();
        left.park();
        earlier.removeIf(one -> one.history() == course.history());
        remember(left, replaced.label());
        shownEarlier = List.copyOf(earlier);
        course.resume(devices, device(course.run().setup()));
        return new Replaced(replaced.label(), replaced.what(), left);
    }

    private Map<Integer, Float> present(Map<Integer, Float> parameters) {
        float[] now = run().state().parameters();
        Map<Integer, Float> present = new HashMap<>();
        parameters.keySet().forEach(index -> present.put(index, now[index]));
        return present;
    }

    private Course start(Setup setup, Path folder) {
        Run fresh = new Run(setup, devices, device(setup));
        fresh.measure();
        return new Course(fresh, folder, budget);
    }

    private Device device(Setup setup) {
        try {
            return wantedDevice.equals(Devices.AUTO) ? trial.fastest(setup) : devices.byId(wantedDevice);
        } catch (DeviceFailure failure) {
            tell.accept(Kind.WARNING, String.valueOf(failure.getMessage()));
            return devices.java();
        }
    }
}

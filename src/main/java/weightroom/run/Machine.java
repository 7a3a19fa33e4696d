package weightroom.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Plan;
import weightroom.engine.Program;

/**
 * The device that a run trains on and its program there. When the device fails, Java takes over from the keyframe that was
 * kept last, and the owner is told to go back to it.
 */
final class Machine implements AutoCloseable {
    private final Devices devices;
    private final Consumer<Keyframe> wentBack;
    private Device device;
    private Program program;
    private Keyframe lastGood;
    private Optional<String> notice = Optional.empty();

    /** @param wentBack hears, once Java has taken over, where it goes on from */
    Machine(Devices devices, Device device, Keyframe start, Consumer<Keyframe> wentBack) {
        this.devices = devices;
        this.device = device;
        this.wentBack = wentBack;
        this.lastGood = start;
        this.program = compile(start);
    }

    Device device() {
        return device;
    }

    /** Whether this device never fails. */
    boolean safe() {
        return device == devices.java();
    }

    /** The program, for a call that must not be made twice; after a failure {@link #fallBack} is due. */
    Program program() {
        return program;
    }

    /** Where a fallback goes back to. */
    void keep(Keyframe good) {
        lastGood = good;
    }

    /** Asks the program for something, and once more after the device had to be changed. */
    <T> T ask(Function<Program, T> question) {
        try {
            return question.apply(program);
        } catch (DeviceFailure failure) {
            fallBack(failure);
            return question.apply(program);
        }
    }

    /** Whether the program follows a plan for the same data; false where it cannot, or was lost over it. */
    boolean adopts(Plan plan) {
        return ask(now -> now.adopt(plan));
    }

    /** Puts these numbers into a program that follows the keyframe's plan. */
    void restore(Keyframe to) {
        lastGood = to;
        ask(now -> {
            now.restore(0, to.state());
            return now;
        });
    }

    /** Makes a new program that stands at a keyframe. */
    void compileFor(Keyframe to) {
        closeQuietly();
        lastGood = to;
        program = compile(to);
    }

    /** Goes on from a keyframe on another device. */
    void moveTo(Device other, Keyframe from) {
        closeQuietly();
        device = other;
        lastGood = from;
        program = compile(from);
    }

    /**
     * Java takes over from what was kept last.
     *
     * @throws DeviceFailure the one given, when Java itself failed
     */
    void fallBack(DeviceFailure failure) {
        leave(failure);
        closeQuietly();
        program = compile(lastGood);
        wentBack.accept(lastGood);
    }

    /** What happened to the device that the user should know, once. */
    Optional<String> takeNotice() {
        Optional<String> taken = notice;
        notice = Optional.empty();
        return taken;
    }

    @Override
    public void close() {
        program.close();
    }

    private void leave(DeviceFailure failure) {
        if (safe()) {
            throw failure;
        }
        notice = Optional.of(Text.of(
                "device.lost",
                device.description(),
                String.valueOf(failure.getMessage()),
                Long.toString(lastGood.step())));
        device = devices.java();
    }

    private void closeQuietly() {
        try {
            program.close();
        } catch (DeviceFailure alsoLost) {
            System.getLogger(Machine.class.getName())
                    .log(System.Logger.Level.INFO, "The lost device could not be released", alsoLost);
        }
    }

    private Program compile(Keyframe from) {
        try {
            return compileHere(from);
        } catch (DeviceFailure failure) {
            leave(failure);
            return compileHere(from);
        }
    }

    private Program compileHere(Keyframe from) {
        Program compiled = device.compile(from.plan(), from.setup().data());
        compiled.restore(0, from.state());
        return compiled;
    }
}

package weightroom.engine;

/**
 * What every program on every device keeps to. The test of a device extends this and names the device; where the device
 * cannot be used on this machine, {@link #device()} aborts the test.
 *
 * <p>Its parts: {@link ShapesContract} and {@link AgreementContract} (the numbers are the reference's), {@link StateContract} (saving, live changes,
 * repeatability), {@link FrozenContract} (what training leaves alone), {@link DivergenceContract} (numbers that stop being finite), {@link TorchContract} and {@link WorkedNumbersContract} (oracles that are not ours). A kernel takes up to 0.7 s to build, so
 * the cases share programs where they can: copies with different rules, schedules and limits stand side by side in one.
 * Together they compile some 120 different programs.
 */
public abstract class ProgramContract extends WorkedNumbersContract {}

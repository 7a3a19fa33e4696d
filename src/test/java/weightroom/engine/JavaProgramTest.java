package weightroom.engine;

import weightroom.engine.cpu.JavaDevice;

/** The fast Java program keeps to the contract, with nobody else's threads. */
class JavaProgramTest extends ProgramContract {
    @Override
    protected Device device() {
        return new JavaDevice(Workers.NONE);
    }
}

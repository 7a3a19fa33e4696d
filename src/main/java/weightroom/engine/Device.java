package weightroom.engine;

import java.util.List;

/** Something that can train: the Java engine, an OpenCL device, the reference. */
public interface Device extends AutoCloseable {
    /** How the command line and files name it: {@code java}, {@code opencl:0}, {@code reference}. */
    String id();

    /** What it is, for people: vendor, name, compute units. */
    String description();

    /**
     * Makes a program that trains as the plan says. All replicas start with parameters 0 at step 0; the caller
     * {@linkplain Program#restore restores} their true start.
     *
     * @param data the splits that replicas refer to by {@link Replica#data()}, all with as many training rows
     * @throws DeviceFailure when the device cannot be used or its compiler refuses the program
     */
    Program compile(Plan plan, List<Split> data);

    /** Frees what the device holds; programs made by it are closed before. */
    @Override
    void close();
}

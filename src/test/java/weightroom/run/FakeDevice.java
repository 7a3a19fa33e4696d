package weightroom.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Split;

/** Another device in all but name, which waits before every call of train, or refuses to compile. */
final class FakeDevice implements Device {
    private final String id;
    private final Device real;
    private final long delayNanos;
    private final boolean refuses;
    private int compiled;

    FakeDevice(String id, Device real, long delayNanos, boolean refuses) {
        this.id = id;
        this.real = real;
        this.delayNanos = delayNanos;
        this.refuses = refuses;
    }

    /** How many programs it was asked for. */
    int compiled() {
        return compiled;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return "A device that is not there";
    }

    @Override
    public Program compile(Plan plan, List<Split> data) {
        compiled++;
        if (refuses) {
            throw new DeviceFailure("CL_BUILD_PROGRAM_FAILURE: line 3.");
        }
        Program program = real.compile(plan, data);
        return (Program) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Program.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("train")) {
                        LockSupport.parkNanos(delayNanos);
                    }
                    try {
                        return method.invoke(program, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    @Override
    public void close() {}
}

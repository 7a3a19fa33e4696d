package weightroom.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Split;

/** Another device that is lost once its programs were asked to train so many times. */
final class FailingDevice implements Device {
    private final Device real;
    private final int callsBeforeLoss;
    private int calls;
    private boolean lost;

    FailingDevice(Device real, int callsBeforeLoss) {
        this.real = real;
        this.callsBeforeLoss = callsBeforeLoss;
    }

    /** From now on every call fails. */
    void loseNow() {
        lost = true;
    }

    @Override
    public String id() {
        return "opencl:9";
    }

    @Override
    public String description() {
        return "A device on a loose cable";
    }

    @Override
    public Program compile(Plan plan, List<Split> data) {
        Program program = real.compile(plan, data);
        return (Program) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Program.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("train")) {
                        calls++;
                    }
                    if ((lost || calls > callsBeforeLoss) && !method.getName().equals("plan")) {
                        throw new DeviceFailure("CL_DEVICE_NOT_AVAILABLE.");
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

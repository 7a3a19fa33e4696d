package weightroom.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weightroom.engine.Device;
import weightroom.run.Devices;

/** {@code devices}: what there is to compute on. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
final class DevicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Devices devices = new Devices()) {
            for (Device device : devices.all()) {
                out.printf("%-10s %s%n", device.id(), device.description());
            }
            devices.openClProblem().ifPresent(problem -> out.printf("%-10s %s%n", "opencl", problem));
        }
        return WeightroomCommand.DONE;
    }
}

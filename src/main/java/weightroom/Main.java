package weightroom;

import weightroom.cli.WeightroomCommand;
import weightroom.ui.WeightroomApp;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** With arguments the command line, without any the window. */
    public static void main(String... args) {
        if (args.length == 0) {
            WeightroomApp.open(args);
        } else {
            System.exit(WeightroomCommand.run(args));
        }
    }
}

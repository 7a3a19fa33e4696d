package weightroom.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line did, carried out within the test. */
record CommandLineRun(int status, String out, String err) {
    static CommandLineRun of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        int status = WeightroomCommand.run(
                new FakeWindow(), false, new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new CommandLineRun(status, out.toString(), err.toString());
    }
}

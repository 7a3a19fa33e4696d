package weightroom.cli;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "weightroom " + ResourceBundle.getBundle("weightroom.cli.version").getString("version")
        };
    }
}

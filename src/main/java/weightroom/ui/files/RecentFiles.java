package weightroom.ui.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;

/** The files opened or saved last, the newest first; remembered from one start to the next. */
public final class RecentFiles {
    /** How many are remembered. */
    public static final int MOST = 10;

    private static final String KEY = "recent.";

    private final Preferences preferences;

    public RecentFiles(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The newest first. A file that has gone since stays in the list: its disk may come back. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String name = preferences.get(KEY + i, "");
            try {
                if (!name.isEmpty()) {
                    files.add(Path.of(name));
                }
            } catch (InvalidPathException fromAnotherSystem) {
                preferences.remove(KEY + i);
            }
        }
        return files;
    }

    /** Puts a file first. One whose name is too long to be remembered is left out. */
    public void add(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.toString().length() > Preferences.MAX_VALUE_LENGTH) {
            return;
        }
        List<Path> files = new ArrayList<>(files());
        files.remove(absolute);
        files.add(0, absolute);
        for (int i = 0; i < MOST; i++) {
            if (i < files.size()) {
                preferences.put(KEY + i, files.get(i).toString());
            } else {
                preferences.remove(KEY + i);
            }
        }
    }
}

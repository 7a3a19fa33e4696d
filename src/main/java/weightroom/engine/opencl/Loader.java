package weightroom.engine.opencl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks for the OpenCL loader, the shared library through which all drivers are reached, without loading anything. JOCL
 * must not be touched where there is none: its native part then writes to standard error.
 *
 * @param os the value of {@code os.name}
 * @param environment of the process
 * @param root where the file system starts; another folder than / in tests
 */
record Loader(String os, Map<String, String> environment, Path root) {
    private static final String LINUX_NAME = "libOpenCL.so.1";

    /** The loader of the system that this process runs on. */
    static Loader ofThisSystem() {
        return new Loader(System.getProperty("os.name", ""), System.getenv(), Path.of("/"));
    }

    /** Whether JOCL will find a loader. */
    boolean present() {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return inFolders("OpenCL.dll", windowsFolders());
        }
        if (name.startsWith("mac")) {
            // Since macOS 11 the library itself lives in the system's shared cache; only its folder is on disk.
            return Files.isDirectory(root.resolve("System/Library/Frameworks/OpenCL.framework"));
        }
        return inFolders(LINUX_NAME, linuxFolders()) || inLinkerCache();
    }

    private static boolean inFolders(String library, List<Path> folders) {
        return folders.stream().anyMatch(folder -> Files.exists(folder.resolve(library)));
    }

    private List<Path> windowsFolders() {
        List<Path> folders = new ArrayList<>();
        String system = environment.getOrDefault("SystemRoot", "C:\\Windows");
        addPath(folders, system + "\\System32");
        split(environment.getOrDefault("PATH", environment.getOrDefault("Path", "")), ";", folders);
        return folders;
    }

    private List<Path> linuxFolders() {
        List<Path> folders = new ArrayList<>();
        split(environment.getOrDefault("LD_LIBRARY_PATH", ""), ":", folders);
        for (String folder : List.of("lib", "lib64", "usr/lib", "usr/lib64", "usr/local/lib", "usr/local/lib64")) {
            folders.add(root.resolve(folder));
        }
        for (String processor : List.of("x86_64-linux-gnu", "aarch64-linux-gnu")) {
            folders.add(root.resolve("lib").resolve(processor));
            folders.add(root.resolve("usr/lib").resolve(processor));
        }
        return folders;
    }

    /** The linker's cache lists the libraries of folders that only its own configuration names, as plain strings. */
    private boolean inLinkerCache() {
        Path cache = root.resolve("etc/ld.so.cache");
        try {
            return Files.isReadable(cache)
                    && new String(Files.readAllBytes(cache), StandardCharsets.ISO_8859_1).contains(LINUX_NAME);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void split(String list, String separator, List<Path> folders) {
        for (String folder : list.split(separator)) {
            if (!folder.isBlank()) {
                addPath(folders, folder);
            }
        }
    }

    /** A PATH may hold anything, such as quotes that no path can have. */
    private static void addPath(List<Path> folders, String folder) {
        try {
            folders.add(Path.of(folder));
        } catch (java.nio.file.InvalidPathException unusable) {
            // Such an entry cannot hold a library.
        }
    }
}

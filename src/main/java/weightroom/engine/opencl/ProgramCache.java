package weightroom.engine.opencl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_program;
import weightroom.engine.DeviceFailure;

/**
 * The built programs of one context by their source: a compiler may take most of a second, so what was built before is
 * taken from memory, or as the driver's binary from disk. PoCL keeps its kernels on disk itself, and handing out a binary
 * costs it twice the time of a build, so it is not asked for one.
 */
final class ProgramCache implements AutoCloseable {
    /**
     * A fused multiply and add is as exact as the two; nothing else is relaxed, so that NaN and infinity survive.
     * Warnings are off, because some compilers write them to standard error.
     */
    private static final String OPTIONS = "-cl-std=CL1.2 -cl-mad-enable -w";

    /** A window that tries networks one after the other builds many programs; only so many are kept. */
    private static final int MOST = 24;

    private final ClContext owner;
    private final cl_context context;
    private final Optional<BinaryStore> disk;
    private final Map<String, ClProgram> built = new LinkedHashMap<>(16, 0.75f, true);
    private int builds;

    /**
     * @param disk where binaries are kept; empty for drivers that keep what they built themselves
     */
    ProgramCache(ClContext owner, cl_context context, Optional<BinaryStore> disk) {
        this.owner = owner;
        this.context = context;
        this.disk = disk;
    }

    /**
     * The program of this source.
     *
     * @throws DeviceFailure with the compiler's log when it does not build
     */
    ClProgram get(String source) {
        String key = key(source);
        ClProgram known = built.get(key);
        if (known != null) {
            return known;
        }
        Optional<cl_program> loaded = disk.flatMap(store -> store.read(key)).flatMap(this::load);
        cl_program program = loaded.isPresent() ? loaded.get() : build(source);
        if (loaded.isEmpty()) {
            disk.ifPresent(store -> binary(program).ifPresent(binary -> store.write(key, binary)));
        }
        ClProgram made = new ClProgram(owner, program);
        built.put(key, made);
        if (built.size() > MOST) {
            built.remove(built.keySet().iterator().next()).close();
        }
        return made;
    }

    /** How often the compiler ran on a source. */
    int builds() {
        return builds;
    }

    /** Everything that the binary depends on. */
    private String key(String source) {
        String all = String.join(
                "\0",
                source,
                OPTIONS,
                owner.info().vendor(),
                owner.info().name(),
                owner.info().driver());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private cl_program build(String source) {
        builds++;
        try {
            cl_program program = CL.clCreateProgramWithSource(context, 1, new String[] {source}, null, null);
            try {
                CL.clBuildProgram(program, 0, null, OPTIONS, null, null);
            } catch (CLException e) {
                String log = log(program);
                CL.clReleaseProgram(program);
                throw new DeviceFailure(
                        "The device %s refuses a kernel. Its compiler says:%n%s".formatted(owner.description(), log),
                        e);
            }
            return program;
        } catch (CLException e) {
            throw ClFailure.of("compiling", owner.description(), e);
        }
    }

    private String log(cl_program program) {
        try {
            long[] size = new long[1];
            CL.clGetProgramBuildInfo(program, owner.info().device(), CL.CL_PROGRAM_BUILD_LOG, 0, null, size);
            byte[] text = new byte[(int) size[0]];
            CL.clGetProgramBuildInfo(
                    program, owner.info().device(), CL.CL_PROGRAM_BUILD_LOG, text.length, Pointer.to(text), null);
            return new String(text, 0, Math.max(0, text.length - 1), StandardCharsets.UTF_8).strip();
        } catch (CLException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** A binary that the driver does not take is no error: the source is still there. */
    private Optional<cl_program> load(byte[] binary) {
        try {
            cl_device_id[] devices = {owner.info().device()};
            int[] status = new int[1];
            cl_program program = CL.clCreateProgramWithBinary(
                    context, 1, devices, new long[] {binary.length}, new byte[][] {binary}, status, null);
            try {
                CL.clBuildProgram(program, 0, null, OPTIONS, null, null);
                return Optional.of(program);
            } catch (CLException refused) {
                CL.clReleaseProgram(program);
                return Optional.empty();
            }
        } catch (CLException refused) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> binary(cl_program program) {
        try {
            long[] size = new long[1];
            CL.clGetProgramInfo(program, CL.CL_PROGRAM_BINARY_SIZES, Sizeof.size_t, Pointer.to(size), null);
            byte[] bytes = new byte[(int) size[0]];
            CL.clGetProgramInfo(program, CL.CL_PROGRAM_BINARIES, Sizeof.POINTER, Pointer.to(Pointer.to(bytes)), null);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (CLException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        built.values().forEach(ClProgram::close);
        built.clear();
    }
}

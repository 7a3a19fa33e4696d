package weightroom.engine.opencl;

import org.jspecify.annotations.Nullable;

/**
 * Gives the JVM its handler for memory faults back.
 *
 * <p>The JVM uses the signal SIGSEGV in everyday work: to stop threads at a safepoint, and to notice a null. Compilers made
 * with LLVM, such as PoCL's, put a handler of their own in front while they build a kernel, and leave it there. On the
 * first fault it steps aside for good, but in the microseconds it needs a second fault ends the process; and at a safepoint
 * several threads fault at once. So one thread causes a harmless fault right after a kernel may have been built.
 */
final class FaultHandlers {
    private static volatile @Nullable Box nothing;

    private FaultHandlers() {}

    private static final class Box {
        private int value;
    }

    /**
     * Reads through a null, which costs about as much as an exception.
     *
     * @return whether the JVM answered with the exception, as it always does
     */
    @SuppressWarnings("NullAway")
    static boolean settle() {
        try {
            return nothing.value < 0;
        } catch (NullPointerException asIntended) {
            return true;
        }
    }
}

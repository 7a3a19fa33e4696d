package weightroom.engine;

/**
 * A device cannot be used, or has stopped working: no driver, a kernel that does not build, a device lost while training.
 * The message is written for the user; the compiler's log, where there is one, is part of it. Whoever trains goes on with
 * another device from the last good {@link State}.
 */
public final class DeviceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeviceFailure(String message) {
        super(message);
    }

    public DeviceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

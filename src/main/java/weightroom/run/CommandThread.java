package weightroom.run;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A thread that owns what changes. Others {@linkplain #send send} it commands, which return at once, and look at the
 * {@linkplain #latest latest} picture of it, which nobody changes and which is replaced at most sixty times a second while
 * there is work. What is done on the thread is a {@link Performer}'s.
 *
 * @param <C> what may be asked for
 * @param <S> what others see
 */
public final class CommandThread<C, S> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CommandThread.class.getName());

    private static final long PUBLISH_NANOS = 15_000_000L;
    private static final long PATIENCE_MILLIS = 2000;

    private final BlockingQueue<Letter<C>> commands = new LinkedBlockingQueue<>();

    private final Performer<C, S> performer;
    private final Thread thread;
    private volatile S latest;
    private volatile boolean closing;
    private volatile Runnable listener = () -> {};
    private Optional<C> held = Optional.empty();
    private long serial;
    private long obeyed;
    private long lastPublished;

    /**
     * Publishes a first picture and starts the thread.
     *
     * @param name of the thread
     * @param performer belongs to the thread from now on
     */
    public CommandThread(String name, Performer<C, S> performer) {
        this.performer = performer;
        this.thread = new Thread(this::loop, name);
        this.latest = performer.picture(obeyed, ++serial);
        thread.setDaemon(true);
        thread.start();
    }

    /** @param command empty only to wake the thread */
    private record Letter<C>(Optional<C> command) {}

    /** Does what is asked for, some milliseconds at a time; only the thread calls it once that has started. */
    public interface Performer<C, S> {
        /** Whether there is nothing to do until somebody asks for something. */
        boolean idle();

        /** How long there is nothing to do, in nanoseconds; 0 while there is. Asked only while it is not idle. */
        long rest();

        /** Does some milliseconds of whatever is to be done. */
        void work();

        /** Whether a command has to wait until what is under way is done; those after it wait with it. */
        boolean mustWait(C command);

        /** Whether a command asks to stand still; one that comes while others wait ends what they wait for. */
        boolean stops(C command);

        /** Whether a command means nothing any more because this one comes after it. */
        default boolean outdated(C command, C later) {
            return false;
        }

        /** Carries out a command, or sets out to; what cannot be is answered by the next picture. */
        void obey(C command);

        /** Stands still, wherever it is. */
        void stop();

        /**
         * What others see of it now.
         *
         * @param obeyed commands taken up so far
         * @param serial of the picture
         */
        S picture(long obeyed, long serial);

        /** The last picture with the news that an error of our own has stopped the work. */
        S failed(RuntimeException error, S last, long obeyed, long serial);

        /** Frees what it holds; the last call. */
        void close();
    }

    /** Asks for something; returns at once. */
    public void send(C command) {
        commands.add(new Letter<>(Optional.of(command)));
    }

    /** The newest picture. */
    public S latest() {
        return latest;
    }

    /** Calls this after every new picture, on the thread; in place of an earlier listener. */
    public void onPublish(Runnable heard) {
        listener = heard;
    }

    /** Ends the thread and frees what it holds; waits up to two seconds for the work under way. */
    @Override
    public void close() {
        closing = true;
        commands.add(new Letter<>(Optional.empty()));
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (!closing) {
            try {
                if (obeyCommands()) {
                    publish(performer.picture(obeyed, ++serial));
                }
                work();
            } catch (RuntimeException error) {
                survive(error);
            }
        }
        performer.close();
    }

    private void work() {
        boolean idle = performer.idle();
        performer.work();
        boolean finished = performer.idle();
        if (!idle && (finished || System.nanoTime() - lastPublished > PUBLISH_NANOS)) {
            publish(performer.picture(obeyed, ++serial));
        }
    }

    /** Carries out what was asked; waits for it where there is nothing else to do. Returns whether anything was done. */
    private boolean obeyCommands() {
        boolean any = false;
        Optional<C> next = held.isPresent() ? held : waitForCommand();
        while (next.isPresent() && (outdated(next.get()) || !performer.mustWait(next.get()))) {
            held = Optional.empty();
            obeyed++;
            if (!outdated(next.get())) {
                performer.obey(next.get());
            }
            any = true;
            next = open(commands.poll());
        }
        held = next;
        if (held.isPresent() && waiting().anyMatch(performer::stops)) {
            performer.stop();
        }
        return any;
    }

    private boolean outdated(C command) {
        return waiting().anyMatch(later -> performer.outdated(command, later));
    }

    private Optional<C> waitForCommand() {
        try {
            return open(performer.idle() ? commands.take() : commands.poll(performer.rest(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            closing = true;
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Stream<C> waiting() {
        return commands.stream().flatMap(letter -> letter.command().stream());
    }

    /** @param letter null where the queue was empty */
    private static <C> Optional<C> open(@Nullable Letter<C> letter) {
        return letter == null ? Optional.empty() : letter.command();
    }

    /** An error of our own must not take the window with it: pause, say so, and keep the details for the log. */
    private void survive(RuntimeException error) {
        LOG.log(System.Logger.Level.ERROR, "the work on " + thread.getName() + " failed", error);
        performer.stop();
        publish(performer.failed(error, latest, obeyed, ++serial));
    }

    private void publish(S picture) {
        latest = picture;
        lastPublished = System.nanoTime();
        listener.run();
    }
}

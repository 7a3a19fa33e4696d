package weightroom.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Sessions side by side, of which one is worked on; those put aside hold no program and cost no time. */
final class Desks implements AutoCloseable {
    /** More than so many put aside, besides the first, are given up: the one put aside longest ago goes. */
    static final int MOST_ASIDE = 8;

    private final Function<Command.Desk, Session> maker;
    private final Map<String, Session> aside = new LinkedHashMap<>();
    private String name = Command.Desk.FIRST;
    private Session session;

    /**
     * @param first what the first desk holds
     * @param maker begins a session, on the device that is asked for without being told
     */
    Desks(Session first, Function<Command.Desk, Session> maker) {
        this.session = first;
        this.maker = maker;
    }

    Session session() {
        return session;
    }

    /** Which desk is worked at. */
    String name() {
        return name;
    }

    /**
     * Goes to another desk; returns whether it is another one.
     *
     * @throws weightroom.engine.InvalidInput when the experiment of a new desk cannot be trained; nothing is changed then
     */
    boolean goTo(Command.Desk wanted) {
        if (wanted.name().equals(name)) {
            return false;
        }
        String device = session.wantedDevice();
        Session next = aside.containsKey(wanted.name()) ? aside.remove(wanted.name()) : begun(wanted);
        session.park();
        aside.put(name, session);
        name = wanted.name();
        session = next;
        session.resume(device);
        giveUpOldest();
        return true;
    }

    @Override
    public void close() {
        session.close();
    }

    private Session begun(Command.Desk wanted) {
        Session fresh = maker.apply(wanted);
        fresh.park();
        return fresh;
    }

    private void giveUpOldest() {
        Iterator<String> names = aside.keySet().iterator();
        while (aside.size() > MOST_ASIDE && names.hasNext()) {
            if (!names.next().equals(Command.Desk.FIRST)) {
                names.remove();
            }
        }
    }
}

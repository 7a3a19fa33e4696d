package weightroom.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Chunk;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Divergence;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Replica;
import weightroom.engine.Split;
import weightroom.engine.State;
import weightroom.race.Member.Moment;
import weightroom.run.EpochRules.Verdict;

/** Members of a pack that are replicas of one program, in step with each other. */
final class Team implements AutoCloseable {
    private final List<Member> members;
    private final List<Split> data;
    private final int[] dataOf;
    private final int stepsPerEpoch;
    private final Plan common;
    private final Target target;
    private @Nullable Program program;
    private long step;
    private double clock;

    /** Hears what was measured, further than ever before. */
    interface Ear {
        /** @param seconds of training that one member has cost up to then */
        void measured(Member member, Measurement measured, double seconds);
    }

    /** @param members whose plans differ in their replicas only, and whose data have as many training rows */
    Team(List<Member> members, Target target) {
        this.members = List.copyOf(members);
        this.target = target;
        this.common = members.get(0).setup().plan();
        List<Split> splits = new ArrayList<>();
        dataOf = new int[members.size()];
        for (int r = 0; r < dataOf.length; r++) {
            dataOf[r] = place(members.get(r).setup().data().get(0), splits);
        }
        data = List.copyOf(splits);
        stepsPerEpoch = common.stepsPerEpoch(data.get(0).train().count());
    }

    /** The same rows are handed to a device once. */
    @SuppressWarnings("ReferenceEquality")
    private static int place(Split split, List<Split> splits) {
        for (int i = 0; i < splits.size(); i++) {
            if (splits.get(i) == split) {
                return i;
            }
        }
        splits.add(split);
        return splits.size() - 1;
    }

    List<Member> members() {
        return members;
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    long lastStep() {
        return common.epochs() * stepsPerEpoch;
    }

    long step() {
        return step;
    }

    /** Seconds of training that a member has cost which is still at it. */
    double clock() {
        return clock;
    }

    // ---- the program

    /** All replicas as they train now. */
    Plan plan() {
        List<Replica> replicas = new ArrayList<>();
        for (int r = 0; r < members.size(); r++) {
            replicas.add(members.get(r).replica().withData(dataOf[r]));
        }
        return new Plan(
                common.network(),
                common.loss(),
                common.batch(),
                common.shuffle(),
                common.epochs(),
                replicas,
                common.task());
    }

    List<Split> data() {
        return data;
    }

    /** Makes a program on a device, which stands at these moments. */
    void compile(Device device, List<Moment> moments, long at) {
        closeQuietly();
        stand(moments, at);
        program = device.compile(plan(), data);
        fill(moments);
    }

    /** Goes back, or on, to these moments. */
    void restore(List<Moment> moments, long at) {
        stand(moments, at);
        adopt();
        fill(moments);
    }

    private void stand(List<Moment> moments, long at) {
        step = at;
        for (int r = 0; r < moments.size(); r++) {
            members.get(r).stand(moments.get(r), at);
        }
    }

    /** A program stands where the last restored replica stands, so those that go on come last. */
    private void fill(List<Moment> moments) {
        for (int r = 0; r < moments.size(); r++) {
            Member member = members.get(r);
            if (member.standing()) {
                program().restore(r, member.ending().orElseThrow().at().state());
                program().hold(r);
            }
        }
        for (int r = 0; r < moments.size(); r++) {
            if (!members.get(r).standing()) {
                program().restore(r, moments.get(r).state());
            }
        }
    }

    private void adopt() {
        if (!program().adopt(plan())) {
            throw new IllegalStateException("a program refused changed rates");
        }
    }

    private Program program() {
        if (program == null) {
            throw new IllegalStateException("not compiled, or closed");
        }
        return program;
    }

    // ---- training

    /**
     * Trains up to a step.
     *
     * @param further whether nobody has been there, so that what happens is to be measured and remembered
     */
    void advanceTo(long to, boolean further, Ear ear) {
        while (step < to) {
            boolean watching = members.stream().anyMatch(Member::watching);
            long stop = stop(to, watching);
            int live = (int) members.stream().filter(one -> !one.standing()).count();
            if (live > 0) {
                long begin = System.nanoTime();
                Chunk chunk = program().train(stop - step, further || watching ? 1 : 0);
                double share = (System.nanoTime() - begin) * 1e-9 / live;
                take(chunk, further, share / (stop - step), ear);
                clock += further ? share : 0;
            }
            step = stop;
            settle(further);
        }
    }

    /** Rules look at the ends of epochs, and who is known to end stands where it ended. */
    private long stop(long to, boolean watching) {
        long stop = watching ? Math.min(to, (step / stepsPerEpoch + 1) * stepsPerEpoch) : to;
        for (Member member : members) {
            if (!member.standing() && member.ending().isPresent()) {
                stop = Math.min(stop, member.ending().get().step());
            }
        }
        return stop;
    }

    private void take(Chunk chunk, boolean further, double perStep, Ear ear) {
        boolean cut = false;
        for (Measurement measured : chunk.measurements()) {
            Member member = members.get(measured.replica());
            double seconds = clock + (measured.step() - step) * perStep;
            if (further) {
                member.measured(measured, target);
                ear.measured(member, measured, seconds);
            }
            if (member.watching()) {
                Verdict verdict = obey(member, measured);
                cut |= verdict.cutRate();
                if (verdict.end().isPresent() && further) {
                    end(measured.replica(), seconds);
                }
            }
        }
        for (Divergence found : chunk.divergences()) {
            Member member = members.get(found.replica());
            member.end(program().save(found.replica()), Optional.of(found), clock + perStep * (found.step() - step));
        }
        if (cut) {
            adopt();
        }
    }

    private Verdict obey(Member member, Measurement measured) {
        Verdict verdict = member.look(measured);
        if (verdict.better()) {
            member.keepBest(program().save(measured.replica()));
        }
        if (verdict.cutRate()) {
            member.cutRate();
        }
        return verdict;
    }

    private void end(int replica, double seconds) {
        members.get(replica).end(program().save(replica), Optional.empty(), seconds);
        program().hold(replica);
    }

    private void settle(boolean further) {
        for (int r = 0; r < members.size(); r++) {
            Member member = members.get(r);
            if (member.standing()) {
                continue;
            }
            if (member.ending().map(known -> known.step() == step).orElse(false)) {
                member.endAgain();
                program().restore(r, member.ending().orElseThrow().at().state());
                program().hold(r);
            } else if (further && step >= lastStep()) {
                end(r, clock);
            }
        }
    }

    // ---- looking

    Moment moment(int replica) {
        Member member = members.get(replica);
        return member.standing()
                ? member.ending().orElseThrow().at()
                : member.moment(program().save(replica));
    }

    Program asked() {
        return program();
    }

    /** Measures all members as they stand before their first step. */
    void measureStart(Ear ear) {
        for (int r = 0; r < members.size(); r++) {
            Measurement measured = program().measure(r);
            members.get(r).measured(measured, target);
            ear.measured(members.get(r), measured, 0);
        }
    }

    State state(int replica) {
        return program().save(replica);
    }

    void forgetBeyond(long latest) {
        members.forEach(member -> member.forgetBeyond(latest, stepsPerEpoch));
    }

    void closeQuietly() {
        try {
            close();
        } catch (DeviceFailure alsoLost) {
            program = null;
            System.getLogger(Team.class.getName())
                    .log(System.Logger.Level.INFO, "The lost device could not be released", alsoLost);
        }
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
            program = null;
        }
    }
}

package weightroom.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import weightroom.race.Contest;
import weightroom.race.Entrant;
import weightroom.race.Evidence;
import weightroom.race.Figure;
import weightroom.race.Outcome;
import weightroom.race.RaceHistory;
import weightroom.race.RaceHistory.Spread;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.RaceSnapshot.Tuned;
import weightroom.race.RaceTable;
import weightroom.race.Standings;
import weightroom.race.Tuning;

/** What came out of a comparison, in the forms that it is printed in. */
final class CompareResult {
    private final Outcome outcome;
    private final Contest contest;
    private final RaceHistory history;
    private final Standings standings;
    private final Evidence evidence;

    CompareResult(Outcome outcome) {
        this.outcome = outcome;
        contest = outcome.results().contest();
        history = outcome.results().history();
        standings = outcome.standings();
        evidence = outcome.evidence();
    }

    void printCsv(PrintWriter out) {
        out.print(RaceTable.csv(outcome.results(), standings));
        out.flush();
    }

    void printText(PrintWriter out) {
        new CompareReport(outcome, standings, evidence).print(out);
    }

    /** One object on one line, the lanes in the order of the command line. */
    void printJson(PrintWriter out) throws IOException {
        try (JsonGenerator to = JsonFactory.builder().build().createGenerator(out)) {
            to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            to.writeStartObject();
            to.writeArrayFieldStart("lanes");
            for (int lane = 0; lane < contest.lanes().size(); lane++) {
                writeLane(to, lane);
            }
            to.writeEndArray();
            to.writeStringField("device", outcome.device());
            to.writeObjectFieldStart("target");
            to.writeStringField("figure", contest.target().figure().id());
            Json.number(to, "value", contest.target().value());
            to.writeEndObject();
            writeFairness(to);
            writeEvidence(to);
            Json.number(to, "samplesPerSecond", outcome.samplesPerSecond());
            to.writeEndObject();
        }
        out.println();
    }

    private void writeLane(JsonGenerator to, int lane) throws IOException {
        Standings.Row row = standings.rows().stream()
                .filter(one -> one.lane() == lane)
                .findFirst()
                .orElseThrow();
        LaneFacts facts = outcome.results().lanes().get(lane);
        Spread loss = history.spread(Figure.TRAIN_LOSS, outcome.round(), lane);
        to.writeStartObject();
        to.writeStringField("name", contest.lanes().get(lane).name());
        to.writeStringField("setting", contest.lanes().get(lane).setting());
        Json.number(to, "learningRate", facts.learningRate());
        to.writeArrayFieldStart("seeds");
        for (int seed = 0; seed < contest.seeds(); seed++) {
            writeSeed(to, new Entrant(lane, seed));
        }
        to.writeEndArray();
        to.writeNumberField("solved", row.solved());
        Json.number(to, "medianLoss", loss.median());
        writeHistory(to, lane);
        to.writeNumberField("rank", row.rank());
        Json.number(to, "lowLoss", loss.low());
        Json.number(to, "highLoss", loss.high());
        Json.number(to, "epochsToTarget", row.epochs());
        Json.number(to, "secondsToTarget", row.seconds());
        to.writeNumberField("diverged", row.diverged());
        Json.number(to, "testLoss", row.testLoss());
        Json.number(to, "testAccuracy", row.testAccuracy());
        writeTuned(to, facts.tuned());
        to.writeEndObject();
    }

    private void writeSeed(JsonGenerator to, Entrant entrant) throws IOException {
        Fate fate = outcome.results().fate(entrant);
        to.writeStartObject();
        to.writeNumberField("seed", contest.seed(entrant.seed()));
        Json.number(to, "loss", outcome.loss(entrant));
        writeUnlessNegative(to, "epochsToTarget", fate.reached());
        to.writeBooleanField("diverged", fate.diverged() >= 0);
        writeUnlessNegative(to, "divergedAtStep", fate.diverged());
        to.writeEndObject();
    }

    private static void writeUnlessNegative(JsonGenerator to, String name, long value) throws IOException {
        if (value < 0) {
            to.writeNullField(name);
        } else {
            to.writeNumberField(name, value);
        }
    }

    /** As of a single run, it begins after the first epoch. */
    private void writeHistory(JsonGenerator to, int lane) throws IOException {
        List<Spread> spreads = new ArrayList<>();
        to.writeObjectFieldStart("history");
        to.writeArrayFieldStart("epoch");
        for (int round = 1; round < history.size(); round++) {
            to.writeNumber(history.epoch(round));
            spreads.add(history.spread(Figure.TRAIN_LOSS, round, lane));
        }
        to.writeEndArray();
        write(to, "median", spreads, Spread::median);
        write(to, "low", spreads, Spread::low);
        write(to, "high", spreads, Spread::high);
        to.writeEndObject();
    }

    private static void write(JsonGenerator to, String name, List<Spread> spreads, ToDoubleFunction<Spread> value)
            throws IOException {
        to.writeArrayFieldStart(name);
        for (Spread spread : spreads) {
            Json.number(to, value.applyAsDouble(spread));
        }
        to.writeEndArray();
    }

    private static void writeTuned(JsonGenerator to, Optional<Tuned> tuned) throws IOException {
        if (tuned.isEmpty()) {
            to.writeNullField("tuned");
            return;
        }
        to.writeObjectFieldStart("tuned");
        to.writeArrayFieldStart("rates");
        for (double rate : tuned.get().rates()) {
            Json.number(to, rate);
        }
        to.writeEndArray();
        to.writeArrayFieldStart("losses");
        for (double loss : tuned.get().losses()) {
            Json.number(to, loss);
        }
        to.writeEndArray();
        to.writeNumberField("seedsEach", Tuning.SEEDS);
        to.writeNumberField("samples", tuned.get().samples());
        Json.number(to, "seconds", tuned.get().seconds());
        to.writeEndObject();
    }

    private void writeFairness(JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("fairness");
        writeNames(to, "otherRows", outcome.fairness().otherRows());
        writeNames(to, "otherWeights", outcome.fairness().otherWeights());
        writeNames(to, "otherBatches", outcome.fairness().otherBatches());
        to.writeEndObject();
    }

    private void writeNames(JsonGenerator to, String name, List<Integer> lanes) throws IOException {
        to.writeArrayFieldStart(name);
        for (int lane : lanes) {
            to.writeString(contest.lanes().get(lane).name());
        }
        to.writeEndArray();
    }

    private void writeEvidence(JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("evidence");
        to.writeStringField("sentence", evidence.sentence());
        to.writeStringField(
                "by",
                evidence.by().toTarget()
                        ? "epochs-to-target"
                        : evidence.by().figure().id());
        to.writeStringField("leader", contest.lanes().get(evidence.leader()).name());
        to.writeArrayFieldStart("firsts");
        for (int first : evidence.firsts()) {
            to.writeNumber(first);
        }
        to.writeEndArray();
        to.writeArrayFieldStart("pairs");
        for (Evidence.Pair pair : evidence.pairs()) {
            to.writeStartObject();
            to.writeStringField("lane", contest.lanes().get(pair.lane()).name());
            to.writeNumberField("ahead", pair.ahead());
            to.writeNumberField("behind", pair.behind());
            Json.number(to, "p", pair.p());
            to.writeStringField("verdict", pair.verdict().name().toLowerCase(Locale.ROOT));
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }
}

package weightroom.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weightroom.experiment.Field;
import weightroom.experiment.Link;
import weightroom.experiment.Node;
import weightroom.experiment.Section;
import weightroom.experiment.Setup;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;

/** Reads the block {@code explain}: how far one row goes through the network that is open. */
final class ExplainReader {
    private static final Field ROW = Field.whole("row", "", "", 0, 0, 1_000_000);
    private static final Field LOCK = Field.flag("lock", "", "", true);
    private static final Field ASK = Field.flag("ask", "", "", false);
    private static final int MOST_TEXT = 40;

    private final Workbench bench;

    ExplainReader(Workbench bench) {
        this.bench = bench;
    }

    Part.Explain read(Section block, String text, int line) {
        Setup setup = bench.setup(bench.open());
        int row = (int) block.whole(ROW);
        int rows = setup.rows().dataset().count();
        if (row >= rows) {
            throw block.fault("row", "is %d, but there are %d rows; expected 0 to %d".formatted(row, rows, rows - 1));
        }
        return new Part.Explain(
                line, text, row, phase(block, setup), number(block, setup), block.flag(LOCK), block.flag(ASK));
    }

    private static Phase phase(Section block, Setup setup) {
        List<Phase> phases = Phase.of(setup.plan(), true);
        String expected = "one of: " + phases.stream().map(Phase::id).collect(Collectors.joining(", "));
        Node value = block.required("at", expected);
        String wanted = block.text("at", MOST_TEXT).orElseThrow();
        return phases.stream()
                .filter(phase -> phase.id().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        block.fault(value, block.path("at"), "is \"%s\"; expected %s".formatted(wanted, expected)));
    }

    private static Quantity number(Section block, Setup setup) {
        Optional<String> written = block.text("number", MOST_TEXT);
        if (written.isEmpty()) {
            return Quantity.weight(0, 0, 0);
        }
        Link link = Link.parse(written.get())
                .orElseThrow(() -> block.fault(
                        "number",
                        "is \"%s\"; expected a weight or bias such as 0/1/0 or 0/1/b".formatted(written.get())));
        setup.experiment()
                .network()
                .fault(link, setup.plan().network().inputs())
                .ifPresent(fault -> {
                    throw block.fault("number", "is %s, but %s".formatted(link, fault));
                });
        return Quantity.of(link);
    }
}

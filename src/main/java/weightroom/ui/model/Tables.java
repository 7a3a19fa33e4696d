package weightroom.ui.model;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import weightroom.data.CsvOptions;
import weightroom.data.CsvReader;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.run.Background;

/** Tables of one's own as data: read in the background, and taken over only when they are good all through. */
public final class Tables {
    private final RunModel model;
    private final Background background;

    public Tables(RunModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    /** Takes a file; where it is no table, the user is told the line and the column. */
    public void open(Path file) {
        background.run(
                () -> CsvReader.read(file, CsvOptions.DEFAULT),
                table -> take(
                        now -> DataChanges.withFile(now, file.toAbsolutePath().toString(), table)),
                model::refuse);
    }

    /** Takes a text, likewise. */
    public void paste(String text) {
        background.run(
                () -> DataChanges.pasted(text),
                table -> take(now -> DataChanges.withPasted(now, table)),
                model::refuse);
    }

    private void take(UnaryOperator<Experiment> how) {
        try {
            model.change(how);
        } catch (InvalidInput refused) {
            model.refuse(String.valueOf(refused.getMessage()));
        }
    }
}

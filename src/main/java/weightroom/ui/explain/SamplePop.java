package weightroom.ui.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import weightroom.data.Prepared;
import weightroom.explain.Pass;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.ui.kit.Choices;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The ways to say what goes through: a row of the data, a point that is typed or clicked, the whole batch. */
final class SamplePop extends VBox {
    private final ExplainModel model;
    private final Subject subject;
    private final Runnable done;
    private final VBox place = new VBox();

    /** How the sample is chosen. */
    enum Way {
        ROWS,
        TYPED,
        PLOT,
        BATCH
    }

    /** @param done is run when something was chosen */
    SamplePop(ExplainModel model, Runnable done) {
        this.model = model;
        this.done = done;
        subject = model.subject();
        getStyleClass().add("sample-pop");
        List<Way> ways = Arrays.stream(Way.values()).filter(this::fits).toList();
        Choices<Way> choice = new Choices<>(
                "explain.way",
                ways,
                ways.stream().map(way -> way.name().toLowerCase(Locale.ROOT)).toList(),
                this::show);
        Way first = model.choice().get() instanceof Choice.Batch ? Way.BATCH : Way.ROWS;
        choice.show(first);
        place.getStyleClass().add("sample-way");
        getChildren().addAll(choice, place);
        show(first);
    }

    /** Lets what is typed now search the rows. */
    void begin() {
        if (place.getChildren().get(0) instanceof RowPicker rows) {
            rows.begin();
        }
    }

    private boolean fits(Way way) {
        return switch (way) {
            case TYPED -> model.pass().get().isPresent();
            case PLOT -> PointPicker.fits(subject);
            default -> true;
        };
    }

    private void show(Way way) {
        Node content =
                switch (way) {
                    case ROWS -> rows();
                    case TYPED -> typed();
                    case PLOT -> new PointPicker(model, subject, done);
                    case BATCH -> batch();
                };
        place.getChildren().setAll(content);
        if (way == Way.BATCH && !(model.choice().get() instanceof Choice.Batch)) {
            model.choice().set(new Choice.Batch());
            show(Way.BATCH);
        }
    }

    private Node rows() {
        Prepared data = subject.setup().rows();
        List<Integer> all = IntStream.range(0, data.dataset().count()).boxed().toList();
        RowPicker picker = new RowPicker(all, row -> words(data, row), row -> {
            model.choice().set(new Choice.Row(row));
            done.run();
        });
        if (model.choice().get() instanceof Choice.Row one) {
            picker.show(one.row());
        }
        return picker;
    }

    private String words(Prepared data, int row) {
        return Messages.text("explain.row.words", SampleWords.row(subject, row), SampleWords.part(data, row));
    }

    private Node typed() {
        return model.pass()
                .get()
                .<Node>map(pass -> new TypedForm(model, pass, done))
                .orElseGet(Label::new);
    }

    /** The rows of the batch: which one the units show. */
    private Node batch() {
        Label about = Controls.label("", "hint");
        about.setWrapText(true);
        about.setMaxWidth(380);
        Optional<Pass> pass = model.pass().get().filter(one -> one.sample().kind() == Sample.Kind.BATCH);
        if (pass.isEmpty()) {
            about.setText(model.trouble().get().orElse(""));
            return about;
        }
        int[] rows = pass.get().sample().rows();
        about.setText(Messages.text("explain.batch.about", rows.length));
        RowPicker picker = new RowPicker(
                Arrays.stream(rows).boxed().toList(),
                row -> words(subject.setup().rows(), row),
                row -> {
                    model.row()
                            .set(IntStream.range(0, rows.length)
                                    .filter(s -> rows[s] == row)
                                    .findFirst()
                                    .orElse(0));
                    done.run();
                });
        picker.show(rows[model.row().get()]);
        return new VBox(8, about, picker);
    }
}

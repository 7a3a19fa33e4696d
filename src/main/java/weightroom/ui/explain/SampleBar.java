package weightroom.ui.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.explain.Pass;
import weightroom.ui.explain.ExplainModel.Page;
import weightroom.ui.explain.ExplainModel.Side;
import weightroom.ui.kit.Choices;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Pop;
import weightroom.ui.kit.Switch;

/** What goes through which network, and which of its numbers are seen. */
final class SampleBar extends VBox implements ExplainPane {
    /** Narrower, the title gives way. */
    private static final double ROOMY = 960;

    private final ExplainModel model;
    private final AskModel ask;
    private final Label title = Controls.label("", "title");
    private final SubjectMenu subject;
    private final Button sample = new Button();
    private final Button next = new Button(Messages.text("explain.next"));
    private final Switch dropout = new Switch(Messages.text("explain.dropout"));
    private final Switch asks = new Switch(Messages.text("explain.ask"));
    private final Choices<Page> pages;
    private final Choices<Side> sides;
    private final Pop pop = new Pop(() -> {});
    private Optional<Shown> shown = Optional.empty();

    /** What stands in the bar. */
    private record Shown(
            Optional<Pass> pass, int row, Page page, Side side, boolean dropout, Choice choice, boolean asks) {}

    SampleBar(ExplainModel model, SubjectModel subjects, AskModel ask) {
        this.model = model;
        this.ask = ask;
        getStyleClass().add("sample-bar");
        title.setMinWidth(USE_PREF_SIZE);
        subject = new SubjectMenu(subjects);
        Button before = Controls.iconButton(
                Feather.CHEVRON_LEFT, Messages.text("explain.previous.help"), () -> model.moveSample(-1));
        before.setId("sample-previous");
        pages = new Choices<>("explain.page", List.of(Page.values()), ids(List.of(Page.values())), page -> model.page()
                .set(page));
        List<Side> all = List.of(Side.values());
        sides = new Choices<>(
                "explain.side", all, ids(all), side -> model.side().set(side));
        dress();
        HBox first = new HBox(title, subject, sample, before, next, Controls.spring(), sides);
        HBox second = new HBox(pages, dropout, Controls.spring(), asks);
        first.getStyleClass().add("sample-row");
        second.getStyleClass().add("sample-row");
        getChildren().addAll(first, second);
        widthProperty().addListener((observable, was, width) -> {
            title.setVisible(width.doubleValue() >= ROOMY);
            title.setManaged(title.isVisible());
        });
    }

    private void dress() {
        sample.setId("sample");
        sample.setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        sample.getStyleClass().add("sample-chooser");
        sample.setOnAction(event -> choose());
        Controls.explain(sample, Messages.text("explain.choose.help"));
        next.setId("sample-next");
        next.setMinWidth(USE_PREF_SIZE);
        next.setOnAction(event -> model.moveSample(1));
        Controls.explain(next, Messages.text("explain.next.help"));
        dropout.setId("explain-dropout");
        dropout.setMinWidth(USE_PREF_SIZE);
        dropout.selectedProperty()
                .addListener((observable, was, on) -> model.dropout().set(on));
        Controls.explain(dropout, Messages.text("explain.dropout.help"));
        asks.setId("explain-ask");
        asks.setMinWidth(USE_PREF_SIZE);
        asks.selectedProperty().addListener((observable, was, on) -> ask.setOn(on));
        Controls.explain(asks, Messages.text("explain.ask.help"));
    }

    private static List<String> ids(List<? extends Enum<?>> all) {
        return all.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(long nanos) {
        Optional<Pass> pass = model.pass().get();
        Shown now = new Shown(
                pass,
                model.row().get(),
                model.page().get(),
                model.side().get(),
                model.dropout().get(),
                model.choice().get(),
                ask.on().get());
        if (shown.filter(now::equals).isPresent()) {
            return;
        }
        shown = Optional.of(now);
        subject.refresh();
        boolean batch = now.choice instanceof Choice.Batch;
        title.setText(Messages.text(batch ? "explain.title.batch" : "explain.title"));
        sample.setText(pass.map(one -> SampleWords.of(one, now.row)).orElseGet(() -> Messages.text("explain.choose")));
        sample.setAccessibleText(Messages.text("explain.choose.accessible", sample.getText()));
        next.setText(Messages.text(batch ? "explain.next.row" : "explain.next"));
        pages.show(now.page);
        sides.show(now.side);
        sides.setVisible(now.page != Page.POINT);
        boolean drops = model.subject().network().hasDropout();
        dropout.setVisible(drops);
        dropout.setManaged(drops);
        dropout.setSelected(now.dropout);
        asks.setSelected(now.asks);
    }

    private void choose() {
        SamplePop ways = new SamplePop(model, pop::hide);
        pop.toggle(ways, sample);
        ways.begin();
    }
}

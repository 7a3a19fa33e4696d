package weightroom.ui.compare;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.race.Contest;
import weightroom.race.Figure;
import weightroom.race.RaceSnapshot;
import weightroom.race.Target;
import weightroom.ui.kit.Choices;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Pop;

/** What is compared, how often, and what counts; whether it is fair; and the way to all seeds at once. */
final class ControlBar extends VBox {
    private static final double LEAST_LOSS = 1e-6;
    private static final double ACCURACY_STEP = 0.01;
    private static final double USUAL_ACCURACY = 0.95;

    private final RaceModel model;
    private final QuestionModel question;
    private final Choices<Difference> differences;
    private final MenuButton more = new MenuButton();
    private final Button lanes = new Button();
    private final Pop pop = new Pop(() -> {});
    private final HBox lead = new HBox();
    private final LanesEditor editor;
    private final FairnessLabel fairness = new FairnessLabel();
    private final Stepper seeds;
    private final Stepper epochs;
    private final Stepper target;
    private final ComboBox<Figure> figure = new ComboBox<>(FXCollections.observableArrayList(Figure.values()));
    private final ComboBox<Integer> rate =
            new ComboBox<>(FXCollections.observableArrayList(0, QuestionModel.USUAL_TRIALS));
    private final Button take;
    private final FinishButton finish;
    private final Label problem = Controls.label("", "compare-problem");
    private final StaleBar stale;
    private boolean silent;

    ControlBar(RaceModel model) {
        this.model = model;
        question = model.question();
        editor = new LanesEditor(question);
        getStyleClass().add("compare-controls");
        differences = new Choices<>(
                "compare.differs",
                Difference.direct(),
                Difference.direct().stream().map(Difference::id).toList(),
                this::differ);
        seeds = new Stepper("seeds", ControlBar::fewerSeeds, ControlBar::moreSeeds, this::setSeeds);
        epochs = new Stepper("epochs", ControlBar::fewer, ControlBar::more, this::setEpochs);
        target = new Stepper("target", this::lowerTarget, this::higherTarget, this::setTarget);
        take = button("take", Feather.DOWNLOAD, model::takeTrain);
        finish = new FinishButton(model);
        stale = new StaleBar(model);
        fairness.setOnAction(event -> pop.toggle(fairness.details(), fairness));
        BorderPane first = new BorderPane(flow(lead, named("differs", differences), moreMenu(), lanesButton()));
        BorderPane second = new BorderPane(flow(
                Stepper.named("seeds", seeds),
                Stepper.named("epochs", epochs),
                named("target", new HBox(4, figures(), target)),
                named("rate", rates())));
        first.setRight(right(fairness));
        second.setRight(right(take, finish));
        problem.setId("compare-problem");
        problem.setWrapText(true);
        problem.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        getChildren().addAll(first, second, problem, stale);
        question.question().addListener((observable, before, after) -> showQuestion());
        question.contest().addListener((observable, before, after) -> showQuestion());
        question.problem().addListener((observable, before, after) -> showProblem());
        showQuestion();
        showProblem();
    }

    /** A place in front of all controls. */
    HBox lead() {
        return lead;
    }

    /** Shows what a race has come to; called when that may have changed. */
    void show() {
        Optional<RaceSnapshot> race = model.snapshot().get();
        race.ifPresent(now -> fairness.show(now.contest(), now.fairness()));
        take.pseudoClassStateChanged(StaleBar.WANTED, model.trainDiffers());
        finish.show();
    }

    private void showQuestion() {
        Question now = question.now();
        silent = true;
        differences.show(now.difference());
        boolean direct = Difference.direct().contains(now.difference());
        more.setText(direct ? Messages.text("compare.more") : moreName(now));
        more.pseudoClassStateChanged(StaleBar.WANTED, !direct);
        lanes.setText(Messages.text("compare.lanes", now.values().size()));
        seeds.show(now.seeds());
        epochs.show(now.epochs());
        figure.setValue(now.target().figure());
        target.show(now.target().value());
        rate.setValue(now.trialsOfLanes());
        rate.setDisable(now.settingPath().equals(Difference.LEARNING_RATE.path()));
        silent = false;
        finish.show();
    }

    private static String moreName(Question now) {
        return now.difference() == Difference.SETTING
                ? now.path()
                : now.difference().label();
    }

    private void showProblem() {
        problem.setText(question.problem().get().orElse(""));
        problem.setVisible(question.problem().get().isPresent());
        problem.setManaged(problem.isVisible());
    }

    private void differ(Difference difference) {
        if (!silent) {
            question.setDifference(difference, "");
        }
    }

    private Node moreMenu() {
        more.setId("compare-more");
        more.setMinWidth(USE_PREF_SIZE);
        Controls.explain(more, Messages.text("compare.more.help"));
        MenuItem setting = item(Difference.SETTING);
        setting.setOnAction(event -> pop.toggle(new SettingSearch(question, pop::hide), more));
        MenuItem layers = item(Difference.LAYERS);
        layers.setOnAction(event -> question.setDifference(Difference.LAYERS, ""));
        MenuItem files = item(Difference.FILES);
        files.setOnAction(event -> {
            question.setDifference(Difference.FILES, "");
            pop.toggle(editor, lanes);
        });
        more.getItems().setAll(layers, setting, files);
        return more;
    }

    private static MenuItem item(Difference difference) {
        MenuItem item = new MenuItem(difference.label());
        item.setId("compare-differs-" + difference.id());
        return item;
    }

    private Node lanesButton() {
        lanes.setId("compare-lanes");
        lanes.setGraphic(new FontIcon(Feather.LIST));
        lanes.setMinWidth(USE_PREF_SIZE);
        Controls.explain(lanes, Messages.text("compare.lanes.help"));
        lanes.setOnAction(event -> pop.toggle(editor, lanes));
        return lanes;
    }

    private Node figures() {
        figure.setId("compare-target-figure");
        figure.setConverter(Controls.converter(one -> Messages.text("compare.figure." + one.id())));
        figure.setAccessibleText(Messages.text("compare.target-figure.help"));
        figure.setMinWidth(USE_PREF_SIZE);
        Controls.explain(figure, Messages.text("compare.target-figure.help"));
        figure.setOnAction(event -> {
            Figure chosen = figure.getValue();
            if (!silent && chosen != null && chosen != question.now().target().figure()) {
                boolean kept = chosen.lowerIsBetter()
                        == question.now().target().figure().lowerIsBetter();
                double usual = chosen.lowerIsBetter() ? Target.USUAL.value() : USUAL_ACCURACY;
                double value = kept ? question.now().target().value() : usual;
                question.change(now -> now.withTarget(new Target(chosen, value)));
            }
        });
        return figure;
    }

    private Node rates() {
        rate.setId("compare-rate");
        rate.setConverter(Controls.converter(trials ->
                trials == 0 ? Messages.text("compare.rate.set") : Messages.text("compare.rate.best", trials)));
        rate.setAccessibleText(Messages.text("compare.rate"));
        rate.setMinWidth(USE_PREF_SIZE);
        Controls.explain(rate, Messages.text("compare.rate.help"));
        rate.setOnAction(event -> {
            Integer trials = rate.getValue();
            if (!silent && trials != null) {
                question.change(now -> now.withTrials(trials));
            }
        });
        return rate;
    }

    private void setSeeds(double number) {
        question.change(now -> now.withSeeds((int) Math.rint(number)));
    }

    private void setEpochs(double number) {
        question.change(now -> now.withEpochs(Math.max(1, Math.round(number))));
    }

    private void setTarget(double number) {
        question.change(now -> now.withTarget(new Target(now.target().figure(), number)));
    }

    private static double fewerSeeds(double now) {
        return now > 8 ? Math.ceil(now / 8) * 8 - 8 : Math.max(1, now - 1);
    }

    private static double moreSeeds(double now) {
        return Math.min(Contest.MOST_SEEDS, now >= 8 ? Math.floor(now / 8) * 8 + 8 : now + 1);
    }

    /** Round numbers in the ratios of 1, 2 and 5. */
    private static double more(double now) {
        double decade = Math.pow(10, Math.floor(Math.log10(now) + 1e-9));
        double lead = now / decade;
        return clean(decade * (lead < 1.999 ? 2 : lead < 4.999 ? 5 : 10));
    }

    private static double fewer(double now) {
        double decade = Math.pow(10, Math.floor(Math.log10(now) + 1e-9));
        double lead = now / decade;
        return clean(decade * (lead > 5.001 ? 5 : lead > 2.001 ? 2 : lead > 1.001 ? 1 : 0.5));
    }

    private static double clean(double number) {
        return number < 1 ? 1 / Math.rint(1e9 / number) * 1e9 : Math.rint(number);
    }

    private double lowerTarget(double now) {
        return question.now().target().figure().lowerIsBetter()
                ? Math.max(LEAST_LOSS, fewer(now))
                : Math.max(0, Math.rint((now - ACCURACY_STEP) * 100) / 100);
    }

    private double higherTarget(double now) {
        return question.now().target().figure().lowerIsBetter()
                ? more(now)
                : Math.min(1, Math.rint((now + ACCURACY_STEP) * 100) / 100);
    }

    private static Node named(String id, Node control) {
        Label name = Controls.label(Messages.text("compare." + id), "secondary");
        name.setMinWidth(USE_PREF_SIZE);
        Controls.explain(name, Messages.text("compare." + id + ".help"));
        HBox named = new HBox(name, control);
        named.getStyleClass().add("named");
        return named;
    }

    private static FlowPane flow(Node... parts) {
        FlowPane flow = new FlowPane(parts);
        flow.getStyleClass().add("compare-flow");
        return flow;
    }

    private static HBox right(Node... parts) {
        HBox right = new HBox(parts);
        right.getStyleClass().add("compare-right");
        return right;
    }

    private static Button button(String id, Feather icon, Runnable action) {
        Button button = new Button(Messages.text("compare." + id), new FontIcon(icon));
        button.setId("compare-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Controls.explain(button, Messages.text("compare." + id + ".help"));
        return button;
    }
}

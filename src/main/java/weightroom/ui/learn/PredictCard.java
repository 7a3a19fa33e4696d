package weightroom.ui.learn;

import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.lesson.Part;
import weightroom.lesson.Part.Answer;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** A question that is answered before playing; afterwards the truth stands beside the answer. */
final class PredictCard extends Card {
    private final Place place;
    private final Prediction prediction;
    private final Asked asked;
    private final Label note = wrapped("hint");
    private final Button lock = new Button();
    private final HBox foot = new HBox(note, lock);
    private final Label truth = wrapped("truth", "strong");
    private final VBox explained = new VBox();

    /** How an answer is asked for, and shown beside the truth. */
    private interface Asked {
        Node node();

        /** @param judged whether the truth is told */
        void show(boolean judged);

        /** What came out beside what was expected; empty where the answer itself says so. */
        String truth();
    }

    PredictCard(Desk desk, Place place) {
        super(desk, "predict");
        this.place = place;
        prediction = desk.model().prediction(place);
        Part.Predict question = prediction.question();
        asked = asked(desk, question.answer());
        boolean plays = question.then().isPresent();
        lock.setId("lock-" + place.id());
        lock.setText(Messages.text(plays ? "learn.lock.play" : "learn.lock"));
        lock.setGraphic(new FontIcon(plays ? Feather.PLAY : Feather.CHECK));
        lock.getStyleClass().add("main-action");
        lock.setMinWidth(USE_PREF_SIZE);
        lock.setOnAction(event -> model().lockIn(place));
        Controls.explain(lock, Messages.text(plays ? "learn.lock.play.help" : "learn.lock.help"));
        foot.getStyleClass().add("card-foot");
        if (!question.explain().isEmpty()) {
            explained.getChildren().add(text(question.explain()));
        }
        getChildren()
                .addAll(
                        head(Feather.SUN, Messages.text(plays ? "learn.predict.play" : "learn.predict")),
                        text(question.question()),
                        asked.node(),
                        foot,
                        truth,
                        explained);
        refresh();
    }

    @Override
    void refresh() {
        Prediction.State state = prediction.state();
        boolean known = state == Prediction.State.KNOWN;
        boolean told = known && !model().hides(place);
        boolean given = prediction.given().isPresent();
        asked.show(told);
        lock.setDisable(!given);
        present(lock, state == Prediction.State.OPEN);
        String key = state == Prediction.State.PLAYING
                ? "learn.predict.playing"
                : known ? told ? "" : "learn.predict.hidden" : given ? "learn.predict.change" : "learn.predict.answer";
        note.setText(key.isEmpty() ? "" : Messages.text(key));
        present(foot, !key.isEmpty());
        say(truth, told ? asked.truth() : "");
        present(explained, told && !explained.getChildren().isEmpty());
    }

    private Asked asked(Desk desk, Answer answer) {
        if (answer instanceof Answer.Choices choices) {
            return new Choices(desk, choices);
        }
        return answer instanceof Answer.Amount amount ? new Amount(amount) : new Drawn((Answer.Drawn) answer);
    }

    private final class Choices implements Asked {
        private final ChoiceRows rows;

        Choices(Desk desk, Answer.Choices choices) {
            rows = new ChoiceRows(desk, place.id(), choices.choices(), index -> model().give(
                            place, new Prediction.Given.Choice(index)));
        }

        @Override
        public Node node() {
            return rows;
        }

        @Override
        public void show(boolean judged) {
            OptionalInt given =
                    prediction.given().isPresent() && prediction.given().get() instanceof Prediction.Given.Choice choice
                            ? OptionalInt.of(choice.index())
                            : OptionalInt.empty();
            rows.show(given, prediction.state() != Prediction.State.OPEN, judged, false);
        }

        @Override
        public String truth() {
            return "";
        }
    }

    private final class Amount implements Asked {
        private final Answer.Amount amount;
        private final NumberField field;

        Amount(Answer.Amount amount) {
            this.amount = amount;
            field = new NumberField(
                    "number-" + place.id(),
                    amount.unit(),
                    value -> model().give(place, new Prediction.Given.Amount(value)),
                    () -> model().lockIn(place));
        }

        @Override
        public Node node() {
            return field;
        }

        @Override
        public void show(boolean judged) {
            field.setLocked(prediction.state() != Prediction.State.OPEN);
            given().ifPresent(number -> field.show(number.value()));
        }

        @Override
        public String truth() {
            boolean right = prediction.right().orElse(false);
            double mine = given().orElseThrow().value();
            return Messages.text(
                    right ? "learn.number.right" : "learn.number.wrong",
                    unit(Numbers.significant(mine, 4)),
                    unit(Numbers.significant(amount.answer(), 4)),
                    unit(Numbers.significant(Math.abs(mine - amount.answer()), 3)));
        }

        private String unit(String number) {
            return amount.unit().isEmpty() ? number : number + "\u2009" + amount.unit();
        }

        private java.util.Optional<Prediction.Given.Amount> given() {
            return prediction.given().map(Prediction.Given.Amount.class::cast);
        }
    }

    /** The curve itself is drawn in the workbench, over the plot that it is about. */
    private final class Drawn implements Asked {
        private final Label how = wrapped("secondary");

        Drawn(Answer.Drawn drawn) {
            how.setText(Messages.text("learn.draw", Numbers.count(drawn.epochs())));
        }

        @Override
        public Node node() {
            return how;
        }

        @Override
        public void show(boolean judged) {
            present(how, prediction.state() == Prediction.State.OPEN);
        }

        @Override
        public String truth() {
            return Messages.text("learn.draw.truth", Numbers.significant(prediction.meanDistance(), 2));
        }
    }
}

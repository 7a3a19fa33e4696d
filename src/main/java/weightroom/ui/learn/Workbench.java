package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;
import weightroom.lesson.Part;
import weightroom.lesson.View;
import weightroom.run.Background;
import weightroom.run.Snapshot;
import weightroom.ui.charts.LossOverlay;
import weightroom.ui.controls.SettingBar;
import weightroom.ui.explain.PassPictures;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** A workbench with only what a lesson has unlocked. Its pictures are made once and serve every lesson. */
final class Workbench extends VBox {
    /** With nothing to set the pictures have its room. */
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final RunModel run;
    private final Background background;
    private final SettingBar settings;
    private final Supplier<PassPictures> passes;
    private final Label more = Controls.label("", "hint");
    private final HBox bar;
    private final VBox centre = new VBox();
    private final VBox side = new VBox();
    private final Map<View, PictureMaker.Picture> made = new EnumMap<>(View.class);
    private List<View> shown = List.of();
    private Optional<SketchPane> sketch = Optional.empty();
    private Optional<LookCard> look = Optional.empty();
    private Optional<LessonModel> lesson = Optional.empty();
    private boolean seen;

    /** @param background writes files */
    Workbench(RunModel run, Background background) {
        this.run = run;
        this.background = background;
        settings = new SettingBar(run);
        passes = once(() -> new PassPictures(run, background));
        getStyleClass().add("workbench");
        more.setId("more-settings");
        more.setGraphic(new FontIcon(Feather.LOCK));
        more.setMinWidth(Region.USE_PREF_SIZE);
        bar = new HBox(settings, more);
        bar.getStyleClass().add("workbench-bar");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(settings, Priority.ALWAYS);
        centre.getStyleClass().add("workbench-centre");
        side.getStyleClass().add("workbench-side");
        HBox pictures = new HBox(centre, side);
        HBox.setHgrow(centre, Priority.ALWAYS);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        getChildren().addAll(bar, pictures);
        run.experiment().addListener((observable, before, after) -> follow(after));
    }

    /** Shows what a step of a lesson has unlocked. */
    void show(Desk desk) {
        LessonModel model = desk.model();
        lesson = Optional.of(model);
        // On its way to the lesson's own run the controls show what that begins with.
        boolean there = run.snapshot().get().desk().equals(LearnModel.desk(model.lesson()));
        follow(there ? run.experiment().get() : model.lesson().experiment());
        List<String> looks = looks(model);
        look = looks.isEmpty() ? Optional.empty() : Optional.of(new LookCard(desk, looks));
        place(model);
        model.unlocked().explain().ifPresent(passes.get()::open);
        refresh();
    }

    /** What the step says of its pictures. */
    private static List<String> looks(LessonModel model) {
        List<String> texts = new ArrayList<>();
        for (Part part : model.current().parts()) {
            if (part instanceof Part.Look look) {
                texts.add(look.text());
            } else if (part instanceof Part.Explain explain) {
                texts.add(explain.text());
            }
        }
        return texts;
    }

    /** Lets go of the lesson. */
    void clear() {
        lesson = Optional.empty();
        look = Optional.empty();
        sketch = Optional.empty();
        settings.offer(List.of(), run.experiment().get());
        shown = List.of();
        made.values().forEach(picture -> picture.setSeen(false));
        centre.getChildren().clear();
        side.getChildren().clear();
    }

    /** Shows how answers and goals stand. */
    void refresh() {
        lesson.ifPresent(model -> {
            Optional<Place> wanted = Overlays.toDraw(model);
            if (!wanted.equals(sketch.map(SketchPane::place))) {
                place(model);
            }
            LossOverlay overlay = Overlays.of(model);
            boolean covered = model.unanswered().isPresent();
            made.values().forEach(picture -> {
                picture.setOverlay(overlay);
                picture.setCovered(covered);
            });
        });
    }

    void setSeen(boolean wanted) {
        seen = wanted;
        look();
    }

    void show(Snapshot now, long nanos) {
        if (seen) {
            shown.forEach(view -> picture(view).show(now, nanos));
        }
    }

    /** In a presentation the controls are away. */
    void present(boolean presentation) {
        Card.present(bar, !presentation);
    }

    private void follow(Experiment experiment) {
        lesson.ifPresent(model -> {
            settings.offer(known(model.unlocked().settings(), experiment), experiment);
            settings.show(experiment);
            bar.pseudoClassStateChanged(EMPTY, settings.getChildren().isEmpty());
            int later = model.unlocked().settingsToCome();
            int others =
                    Settings.of(experiment).size() - model.unlocked().settings().size();
            more.setText(
                    Messages.text(later > 0 ? "learn.more.later" : "learn.more.train", later > 0 ? later : others));
        });
    }

    /** Those that the experiment has now; another network may have fewer. */
    private static List<String> known(List<String> paths, Experiment experiment) {
        List<String> all =
                Settings.of(experiment).stream().map(setting -> setting.path()).toList();
        return paths.stream().filter(all::contains).toList();
    }

    private void place(LessonModel model) {
        sketch = Overlays.toDraw(model).map(place -> new SketchPane(model, place));
        List<View> views = new ArrayList<>(List.of(model.unlocked().view()));
        views.addAll(model.unlocked().plots());
        shown = List.copyOf(views);
        boolean beside = sketch.isPresent() && !views.contains(View.LOSS);
        centre.getChildren().setAll(node(model.unlocked().view()));
        look.ifPresent(centre.getChildren()::add);
        List<Node> small = new ArrayList<>();
        if (beside) {
            small.add(sketch.orElseThrow());
        }
        model.unlocked().plots().forEach(view -> small.add(node(view)));
        small.forEach(node -> VBox.setVgrow(node, Priority.ALWAYS));
        VBox.setVgrow(centre.getChildren().get(0), Priority.ALWAYS);
        side.getChildren().setAll(small);
        Card.present(side, !small.isEmpty());
        look();
    }

    /** A picture, or where a curve is to be drawn the sheet in place of the plot that it is about. */
    private Node node(View view) {
        PictureMaker.Picture picture = picture(view);
        return view == View.LOSS && sketch.isPresent() ? sketch.get() : picture.node();
    }

    private PictureMaker.Picture picture(View view) {
        return made.computeIfAbsent(view, kind -> PictureMaker.of(kind, run, background, passes));
    }

    /** What is made when it is first asked for, and then kept. */
    private static <T> Supplier<T> once(Supplier<T> maker) {
        List<T> kept = new ArrayList<>();
        return () -> {
            if (kept.isEmpty()) {
                kept.add(maker.get());
            }
            return kept.get(0);
        };
    }

    private void look() {
        made.forEach((view, picture) ->
                picture.setSeen(seen && shown.contains(view) && picture.node().getParent() != null));
    }
}

package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import weightroom.experiment.ExperimentReader;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.plot.ScenePicture;
import weightroom.run.Background;
import weightroom.run.Devices;
import weightroom.run.Trainer;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.RunModel;

/** The panel by keyboard, from finding a number to taking its derivation elsewhere. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class FormulaPanelTest {
    private static final String EXPERIMENT =
            """
            { "weightroom": 1, "seed": 7, "data": { "rows": [[0.6, -0.8, 1], [0, 1, 0]], "inputs": 2, "train": 1.0 },
              "network": { "layers": [{ "units": 2, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
              "start": { "weights": [[[0.88, -0.54], [-0.46, 0.22]], [[-0.58, 0.64]]], "biases": [[-0.26, -0.1], [-0.41]] },
              "training": { "loss": "mse", "optimizer": { "id": "sgd", "learning-rate": 0.1 } } }
            """;

    private final Devices devices = new Devices();
    private final Background background = new Background(Runnable::run);
    private Trainer trainer;
    private ExplainModel model;
    private FormulaPanel panel;
    private long now;

    @Start
    void open(Stage stage) {
        Fonts.load();
        trainer = new Trainer(devices, ExperimentReader.parse("xor.json", EXPERIMENT), Path.of(""));
        model = new ExplainModel(new RunModel(trainer::send, trainer.latest()));
        panel = new FormulaPanel(model, background);
        Scene scene = new Scene(new StackPane(panel.node()), 398, 560);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        model.setSeen(true);
    }

    @AfterEach
    void close() {
        trainer.close();
        background.close();
        devices.close();
    }

    private void pulse(FxRobot robot) {
        robot.interact(() -> panel.show(now += 1_000_000_000));
    }

    private static <T extends Node> T find(FxRobot robot, String query, Class<T> kind) {
        return robot.lookup(query).queryAs(kind);
    }

    @Test
    void aNumberIsFoundByNameGoneBackFromAndCopied(FxRobot robot) throws Exception {
        pulse(robot);
        assertThat(find(robot, "#explain-value", Label.class).getText()).isEqualTo("0.8800");
        assertThat(find(robot, "#result-number", Label.class).getText()).isEqualTo("0.0624");

        Button chooser = find(robot, "#explain-choose", Button.class);
        robot.interact(() -> {
            chooser.requestFocus();
            chooser.fire();
        });
        robot.write("v2").type(KeyCode.ENTER);
        pulse(robot);
        assertThat(model.selected().get()).isEqualTo(Quantity.weight(1, 0, 1));
        assertThat(chooser.getAccessibleText()).contains("v₂, from hidden 2 to output");
        assertThat(find(robot, "#explain-value", Label.class).getText()).isEqualTo("0.6400");

        robot.interact(chooser::requestFocus);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        pulse(robot);
        assertThat(model.selected().get()).isEqualTo(Quantity.weight(0, 0, 0));

        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        AtomicReference<String> copied = new AtomicReference<>("");
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).contains("∂L/∂w₁₁ = 0.0624").contains("raises the loss");
        assertThat(find(robot, "#explain-told", Label.class).isVisible()).isTrue();

        pictureAndOutline(robot);

        robot.interact(() -> model.setPhase(0));
        pulse(robot);
        assertThat(find(robot, "#result-number", Label.class)
                        .getParent()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
        Phase last = model.phases().get(model.phases().size() - 2);
        assertThat(robot.lookup(".section-ahead").queryAllAs(Label.class)).anyMatch(label -> label.getText()
                .endsWith(PhaseWords.name(model.pass().get().orElseThrow(), last)));
    }

    private void pictureAndOutline(FxRobot robot) throws Exception {
        Region sections = find(robot, ".formula-sections", Region.class);
        AtomicReference<String> svg = new AtomicReference<>("");
        AtomicReference<Color> color = new AtomicReference<>(Color.BLACK);
        robot.interact(() -> {
            svg.set(ScenePicture.svg(sections, Color.WHITE, "w & v"));
            Region result = find(robot, ".result-row", Region.class);
            double x = sections.sceneToLocal(result.localToScene(8, 8)).getX();
            double y = sections.sceneToLocal(result.localToScene(8, 8)).getY();
            color.set(ScenePicture.image(sections, Color.WHITE, 2)
                    .getPixelReader()
                    .getColor((int) (2 * x), (int) (2 * y)));
        });
        assertThat(color.get()).isEqualTo(Color.web("#fbe4ec"));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg.get())));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("w & v");
        assertThat(svg.get()).contains(">0.0624</text>", "#fbe4ec", "font-weight=\"600\"", "<path d=\"M");
    }
}

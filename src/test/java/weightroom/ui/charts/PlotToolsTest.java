package weightroom.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import weightroom.run.Background;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.RunModel;

/** The tools that every plot has, on every plot there is. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class PlotToolsTest {
    private static final int TIMES = 50;

    private final Snapshots snapshots = new Snapshots(Snapshots.SPIRAL);
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Background background = new Background(Runnable::run);
    private RunModel model;
    private ChartsPanel panel;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void open(Stage primary) {
        stage = primary;
        model = new RunModel(command -> {}, snapshots.at(0));
        panel = new ChartsPanel(model, background);
        Scene scene = new Scene(panel, 464, 760);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        model.accept(snapshots.at(3));
        panel.show(System.nanoTime());
    }

    @AfterEach
    void close(FxRobot robot) {
        background.close();
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @ParameterizedTest
    @EnumSource(ChartKind.class)
    void everyPlotIsSavedAsAPictureAsLinesAndAsATable(ChartKind kind, FxRobot robot)
            throws IOException, ParserConfigurationException, SAXException, InterruptedException {
        List<Path> files = new ArrayList<>();
        robot.interact(() -> {
            Chart chart = kind.make(new ChartSources(model, background));
            for (int view = 0; chart instanceof ViewChart views && view < views.views(); view++) {
                views.choose(view);
                chart.show(model.snapshot().get(), System.nanoTime());
            }
            chart.show(model.snapshot().get(), System.nanoTime());
            new Scene(chart, 420, 380);
            chart.applyCss();
            chart.layout();
            for (PlotFrame frame : chart.frames()) {
                // Two classes have no residuals.
                if ("residual-plot".equals(frame.plot().getId())) {
                    continue;
                }
                for (PlotFiles.Format format : PlotFiles.Format.values()) {
                    Path file = folder.resolve(files.size() + "." + format.extension());
                    frame.files().save(format, file, background, told::add);
                    files.add(file);
                }
            }
        });
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(answer()).contains(file.toString());
            check(file);
        }
    }

    private static void check(Path file) throws IOException, ParserConfigurationException, SAXException {
        String name = file.toString();
        if (name.endsWith(".png")) {
            Image image = new Image(new ByteArrayInputStream(Files.readAllBytes(file)));
            assertThat(image.isError()).isFalse();
            assertThat(image.getWidth()).isGreaterThan(100);
        } else if (name.endsWith(".svg")) {
            Document svg =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(svg.getElementsByTagName("text").getLength()).isPositive();
        } else {
            List<CSVRecord> rows =
                    CSVParser.parse(Files.readString(file), CSVFormat.RFC4180).getRecords();
            assertThat(rows).hasSizeGreaterThan(1);
            assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
        }
    }

    @Test
    void whereAFileCannotBeWrittenOneIsToldWhy(FxRobot robot) throws InterruptedException {
        Path file = folder.resolve("none").resolve("loss.svg");
        robot.interact(() -> firstFiles().save(PlotFiles.Format.SVG, file, background, told::add));
        assertThat(answer()).contains("folder does not exist");
        assertThat(file).doesNotExist();
    }

    /** What the user was told next. */
    private String answer() throws InterruptedException {
        return String.valueOf(told.poll(10, TimeUnit.SECONDS));
    }

    private PlotFiles firstFiles() {
        return panel.tabs().chart().frames().get(0).files();
    }

    /** A disk that is slow to answer must not hold up the screen. */
    @Test
    void filesAreNotWrittenOnTheScreensThread(FxRobot robot) throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        Path file = folder.resolve("loss.csv");
        background.run(() -> busy.await(10, TimeUnit.SECONDS), done -> {}, told::add);
        robot.interact(() -> firstFiles().save(PlotFiles.Format.CSV, file, background, told::add));
        assertThat(file).doesNotExist();
        busy.countDown();
        assertThat(answer()).contains(file.toString());
        assertThat(file).exists();
    }

    @Test
    void aFileGetsTheEndingOfItsFormat(FxRobot robot) throws InterruptedException {
        robot.interact(() -> firstFiles().save(PlotFiles.Format.CSV, folder.resolve("loss"), background, told::add));
        assertThat(answer()).contains("loss.csv");
        assertThat(folder.resolve("loss.csv")).exists();
    }

    @Test
    void windowsOfTheirOwnAreGoneWhenTheyAreClosed(FxRobot robot) throws TimeoutException {
        List<WeakReference<Object>> opened = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            ChartKind kind = ChartKind.values()[i % ChartKind.values().length];
            robot.interact(() -> panel.popOuts()
                    .open(kind, stage.getScene(), model.snapshot().get()));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                Stage own = (Stage) Window.getWindows().get(1);
                opened.add(new WeakReference<>(own.getScene().getRoot()));
                own.close();
            });
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(Window.getWindows()).hasSize(1);
        waitUntilGone(opened);
    }

    @Test
    void chartsThatAreLetGoOfAreGone(FxRobot robot) throws TimeoutException {
        List<WeakReference<Object>> opened = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            robot.interact(() -> {
                for (ChartKind kind : ChartKind.values()) {
                    panel.tabs().choose(kind);
                }
            });
            ChartKind kind = ChartKind.values()[i % ChartKind.values().length];
            robot.interact(() -> {
                Chart chart = kind.make(new ChartSources(model, background));
                chart.show(model.snapshot().get(), System.nanoTime());
                opened.add(new WeakReference<>(chart));
            });
        }
        waitUntilGone(opened);
    }

    /** JavaFX itself may hold the last one that it drew. */
    private static void waitUntilGone(List<WeakReference<Object>> opened) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            System.gc();
            return opened.stream().filter(one -> one.get() != null).count() <= 1;
        });
    }
}

package weightroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import weightroom.cli.Picture;
import weightroom.cli.WindowPort;
import weightroom.ui.BenchApp;
import weightroom.ui.ExplainBenchApp;
import weightroom.ui.PictureApp;
import weightroom.ui.RaceBenchApp;
import weightroom.ui.kit.Theme;

/** Brings the commands and the window together, which do not know each other. */
final class Windows implements WindowPort {
    @Override
    public List<String> views() {
        return PictureApp.views();
    }

    @Override
    public List<String> themes() {
        return Arrays.stream(Theme.values()).map(Theme::id).toList();
    }

    @Override
    public void paint(Picture picture) {
        PictureApp.paint(new PictureApp.Request(
                picture.experiment(),
                picture.folder(),
                picture.saved(),
                picture.view(),
                picture.lesson(),
                picture.epochs(),
                Theme.byId(picture.theme()),
                picture.width(),
                picture.height(),
                picture.out()));
    }

    @Override
    public List<Figure> measure(int rounds, boolean hour) {
        BenchApp.Figures measured = BenchApp.measure(rounds, hour, !Main.hasDisplay());
        return List.of(
                new Figure("work.median", measured.medianMillis()),
                new Figure("work.95", measured.millis95()),
                new Figure("pulses", measured.pulsesPerSecond()),
                new Figure("training", measured.training()),
                new Figure("training.alone", measured.trainingAlone()),
                new Figure("training.share", measured.training() / measured.trainingAlone()),
                new Figure("heap", measured.heapMebibytes()));
    }

    @Override
    public List<Figure> measureRace(int rounds) {
        RaceBenchApp.Figures measured = RaceBenchApp.measure(rounds, !Main.hasDisplay());
        return List.of(
                new Figure("work.median", measured.medianMillis()),
                new Figure("work.95", measured.millis95()),
                new Figure("pulses", measured.pulsesPerSecond()),
                new Figure("boundaries", measured.boundaries()),
                new Figure("pictures", measured.picturesPerSecond()));
    }

    @Override
    public List<Figure> measureExplain(int rounds) {
        List<Figure> figures = new ArrayList<>();
        for (ExplainBenchApp.Figures measured : ExplainBenchApp.measure(rounds, !Main.hasDisplay())) {
            String change = measured.change().name().toLowerCase(Locale.ROOT);
            figures.add(new Figure("explain." + change + ".median", measured.medianMillis()));
            figures.add(new Figure("explain." + change + ".95", measured.millis95()));
        }
        return figures;
    }
}

package weightroom.plot;

import java.util.List;
import java.util.function.Supplier;

/** One of each plot, with what must be found in its drawing and its table. */
enum SamplePlots {
    LINES(
            SamplePlots::lines,
            List.of("polyline", "clipPath", "line", "text"),
            List.of("epoch", "loss", "train", "0", "10"),
            "epoch,train\n0,0.8\n"),
    DECISION(
            SamplePlots::decision,
            List.of("image", "circle", "path", "linearGradient"),
            List.of("x₁", "x₂", "P(class 1)", "train", "test", "0.5 contour"),
            "kind,x₁,x₂,target,wrong,P(class 1)\ntrain,0.25,0.5,0,false,\ntest,0.75,0.5,1,true,\nfield,0.25,0.5,,,0\n");

    private final Supplier<Plot> maker;
    private final List<String> elements;
    private final List<String> texts;
    private final String csv;

    SamplePlots(Supplier<Plot> maker, List<String> elements, List<String> texts, String csv) {
        this.maker = maker;
        this.elements = elements;
        this.texts = texts;
        this.csv = csv;
    }

    Supplier<Plot> maker() {
        return maker;
    }

    /** Elements that the drawing has at least one of. */
    List<String> elements() {
        return elements;
    }

    /** Words that stand in the drawing. */
    List<String> texts() {
        return texts;
    }

    /** How the table starts. */
    String csv() {
        return csv;
    }

    private static Plot lines() {
        LinePlot plot = new LinePlot();
        Curve curve = new Curve();
        curve.append(0, 0.8);
        curve.append(10, 0.2);
        plot.setNames("epoch", "loss");
        plot.setLines(List.of(new LinePlot.Line("train", curve, 0, 1.75)));
        return plot;
    }

    private static Plot decision() {
        DecisionPlot plot = new DecisionPlot();
        plot.setNames("x₁", "x₂");
        plot.setWords("train", "test", "contour");
        plot.setScale(new DecisionPlot.Scale("P(class 1)", 0, 1, 0.5, List.of()));
        plot.setField(new Field(2, 1, 0, 1, 0, 1, new float[] {0, 1}));
        plot.setPoints(new DecisionPlot.Points(
                new float[] {0.25f, 0.75f},
                new float[] {0.5f, 0.5f},
                new float[] {0, 1},
                new boolean[] {false, true},
                new boolean[] {false, true}));
        return plot;
    }
}

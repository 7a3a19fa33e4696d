package weightroom.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One of each plot, with what must be found in its drawing and its table. */
enum SamplePlots {
    LINES(
            SamplePlots::lines,
            List.of("polyline", "clipPath", "line", "text"),
            List.of("epoch", "loss", "train", "0", "10"),
            "epoch,train\n0,0.8\n"),
    RACE(
            SamplePlots::race,
            List.of("polyline", "clipPath", "line", "polygon", "text"),
            List.of("epoch", "loss", "Adam", "target 0.1"),
            "epoch,Adam,Adam low,Adam high\n0,0.8,0.5,1\n"),
    LANE(() -> new LaneSample(LaneStyle.of(2)), List.of("line", "polygon"), List.of(), "lane,marker\n2,TRIANGLE\n"),
    SURFACE(
            SamplePlots::surface,
            List.of("image", "path", "polyline", "polygon"),
            List.of("x", "y"),
            "kind,step,x,y,f\nball,0,0,0.5,0.5"),
    RELIEF(
            SamplePlots::relief,
            List.of("image", "line", "circle"),
            List.of("x", "y", "f"),
            "kind,step,x,y,f\nball,0,0,0,0."),
    SEEDS(SamplePlots::seeds, List.of("rect", "line"), List.of(), "seed,state\n0,solved\n1,diverged\n"),
    THUMB(
            CardPicturesTest::thumb,
            List.of("image", "path"),
            List.of(),
            "kind,x,y,target,wrong,\ntrain,0.25,0.25,0,false,\n"),
    DECISION(
            SamplePlots::decision,
            List.of("image", "circle", "path", "linearGradient"),
            List.of("x₁", "x₂", "P(class 1)", "train", "test", "0.5 contour"),
            "kind,x₁,x₂,target,wrong,P(class 1)\ntrain,0.25,0.5,0,false,\ntest,0.75,0.5,1,true,\nfield,0.25,0.5,,,0\n"),
    HISTOGRAM(
            SamplePlots::histogram,
            List.of("rect", "line"),
            List.of("weight", "count", "hidden 1"),
            "name,from,to,count\nhidden 1,-1,0,3\nhidden 1,0,1,1\n"),
    HISTOGRAMS(
            SamplePlots::histograms,
            List.of("rect", "clipPath"),
            List.of("gradient", "hidden 1", "output"),
            "name,from,to,count\nhidden 1,-1,0,3\n"),
    ACTIVATION(
            SamplePlots::activation,
            List.of("polyline", "rect"),
            List.of("z", "tanh", "slope", "saturated"),
            "z,tanh,slope,share of rows\n-4,"),
    CONFUSION(
            SamplePlots::confusion,
            List.of("rect"),
            List.of("is", "answered", "cat", "dog", "8", "80\u2009%", "2", "20\u2009%", "1\u2009234"),
            "is \\ answered,cat,dog\ncat,8,2\ndog,0,1234\n"),
    RESIDUALS(
            SamplePlots::residuals,
            List.of("circle", "line"),
            List.of("target", "prediction", "train", "test"),
            "target,prediction,residual,test\n1,1.5,0.5,false\n2,1.75,-0.25,true\n"),
    DECADES(() -> gauge(Gauge.decades(1e-5, 1, Ink.BACKWARD)), List.of("rect"), List.of(), "value\n0.001\n"),
    BAND(
            () -> gauge(Gauge.band(1e-5, 0.1, 3e-4, 3e-3, 1e-3)),
            List.of("rect", "circle", "line"),
            List.of(),
            "value\n0.001\n"),
    ICON(SamplePlots::icon, List.of("polyline", "line"), List.of(), "x,y\n0,0\n"),
    THUMBNAIL(SamplePlots::thumbnail, List.of("circle"), List.of(), "kind,x,y,target,wrong,\ntrain,0,0,-1,false,\n"),
    NEURON(
            SamplePlots::neuron,
            List.of("rect", "circle", "polyline"),
            List.of("x₁", "0.8", "×\u20091", "0.9", "2.2", "ReLU", "target 3"),
            "name,value,weight,product\nx₁,0.8,1,0.8\n"),
    NERVE_CELL(
            SamplePlots::nerveCell,
            List.of("polyline", "circle", "polygon"),
            List.of("dendrites", "synapses", "soma", "axon"),
            "dendrite,weight,active\n1,2,true\n2,-1,false\nfires,true,\n"),
    CORRECTION(
            SamplePlots::correction,
            List.of("circle", "line", "polygon", "clipPath"),
            List.of("x₁", "weights w", "correction Δw", "nearest 0.5"),
            "kind,x₁,x₂,positive,wrong\npoint,0,0,false,true\npoint,1,1,true,false\nweights and bias,1,0,-0.5,\n"),
    CHANGE(
            SamplePlots::change,
            List.of("rect", "polygon"),
            List.of("salaried", "0.5 → 1.5", "−1"),
            "name,before,after\nsalaried,0.5,1.5\nbias,-1,-1\n"),
    FOLD(
            SamplePlots::fold,
            List.of("polygon", "polyline", "circle"),
            List.of("h₁", "h₂", "cut", "(0, 0)"),
            "x₁,x₂,h₁,h₂,positive,wrong\n0.25,0.5,0.5,0.25,true,false\n");

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

    private static Plot race() {
        RacePlot plot = new RacePlot();
        double[] xs = {0, 10};
        plot.setNames("epoch", "loss");
        plot.setTarget(0.1, "target 0.1");
        plot.setBand(Optional.of(new RacePlot.Band(5, xs, new double[] {0.5, 0.1}, new double[] {1, 0.4})));
        plot.setLines(List.of(
                new RacePlot.Line("Adam", LaneStyle.of(5), xs, new double[] {0.8, 0.2}, 10, Double.NaN, false)));
        return plot;
    }

    private static Plot surface() {
        SurfacePlot plot = SurfacePlotTest.slope(false);
        plot.setBalls(List.of(
                new SurfacePlot.Ball("ball", LaneStyle.of(1), new double[] {0, 0.5}, new double[] {0.5, 0.25}, 1)));
        plot.setMinima(List.of(new SurfacePlot.Minimum(0, 0, "least")));
        return plot;
    }

    private static Plot relief() {
        ReliefPlot plot = SurfacePlotTest.ridge();
        plot.setBalls(List.of(SurfacePlotTest.ball(LaneStyle.of(1), 0, 0)));
        return plot;
    }

    private static Plot seeds() {
        SeedBand band = new SeedBand();
        band.setSeeds(LaneStyle.of(0), List.of(SeedBand.State.SOLVED, SeedBand.State.DIVERGED));
        return band;
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

    private static final Bins BINS = new Bins(-1, 1, new double[] {3, 1});

    private static Plot histogram() {
        HistogramPlot plot = new HistogramPlot();
        plot.setNames("weight", "count");
        plot.setHistograms(List.of(new HistogramPlot.Histogram("hidden 1", BINS, Ink.FORWARD)));
        return plot;
    }

    private static Plot histograms() {
        HistogramPlot plot = new HistogramPlot();
        plot.setNames("gradient", "count");
        plot.setHistograms(List.of(
                new HistogramPlot.Histogram("hidden 1", BINS, Ink.BACKWARD),
                new HistogramPlot.Histogram("output", BINS, Ink.BACKWARD)));
        return plot;
    }

    private static Plot activation() {
        ActivationPlot plot = new ActivationPlot();
        plot.setNames("z", "output", "share of rows");
        plot.setFunction("tanh", Math::tanh, "slope", z -> 1 - Math.tanh(z) * Math.tanh(z));
        plot.setDistribution(Optional.of(BINS));
        plot.setZones(List.of(new ActivationPlot.Zone(2, Double.POSITIVE_INFINITY, "saturated")));
        return plot;
    }

    private static Plot confusion() {
        ConfusionPlot plot = new ConfusionPlot();
        plot.setNames("is", "answered");
        plot.setMatrix(List.of("cat", "dog"), new int[][] {{8, 2}, {0, 1234}});
        return plot;
    }

    private static Plot residuals() {
        ResidualPlot plot = new ResidualPlot();
        plot.setNames("target", "prediction");
        plot.setWords("train", "test", "residual");
        plot.setPoints(new float[] {1, 2}, new float[] {1.5f, 1.75f}, new boolean[] {false, true});
        return plot;
    }

    private static Plot gauge(Gauge gauge) {
        gauge.setValue(1e-3);
        return gauge;
    }

    private static Plot icon() {
        return new CurveIcon(x -> x * x, 0, 1);
    }

    private static Plot thumbnail() {
        ScatterThumb plot = new ScatterThumb();
        plot.setPoints(
                new DecisionPlot.Points(
                        new float[] {0, 1}, new float[] {0, 1}, new float[] {-1, 1}, new boolean[2], new boolean[2]),
                new DecisionPlot.Scale("", -1, 1, 0, List.of()));
        return plot;
    }

    static Plot neuron() {
        NeuronPlot plot = new NeuronPlot();
        plot.setWords(new NeuronPlot.Words("bias", "z", "output", "target"));
        plot.setFunction("ReLU", z -> Math.max(0, z));
        List<NeuronPlot.Input> inputs =
                List.of(new NeuronPlot.Input("x₁", 0.8, 1), new NeuronPlot.Input("x₂", 1.2, 0.75));
        plot.setCell(new NeuronPlot.Cell(inputs, 0.5, 2.2, 2.2, 3, true));
        return plot;
    }

    private static Plot nerveCell() {
        NerveCellPlot plot = new NerveCellPlot();
        plot.setWords(new NerveCellPlot.Words("dendrites: inputs", "synapses", "soma", "axon: output"));
        List<NerveCellPlot.Dendrite> dendrites =
                List.of(new NerveCellPlot.Dendrite(2, true), new NerveCellPlot.Dendrite(-1, false));
        plot.setCell(dendrites, 0.8, true);
        return plot;
    }

    static CorrectionPlot correction() {
        CorrectionPlot plot = new CorrectionPlot();
        plot.setNames("x₁", "x₂");
        plot.setRegion(new CorrectionPlot.Region(-0.5, 1.5, -0.5, 1.5));
        plot.setWords(new CorrectionPlot.Words("weights w", "correction Δw", "after", "nearest", "margin"));
        plot.setSituation(new CorrectionPlot.Situation(
                new float[] {0, 1},
                new float[] {0, 1},
                new boolean[] {false, true},
                new boolean[] {true, false},
                0,
                new CorrectionPlot.Line(1, 0, -0.5),
                new CorrectionPlot.Line(0.5, 1, -1.5),
                0.5));
        return plot;
    }

    private static Plot change() {
        ChangePlot plot = new ChangePlot();
        plot.setChanges(List.of(new ChangePlot.Change("salaried", 0.5, 1.5), new ChangePlot.Change("bias", -1, -1)));
        return plot;
    }

    /** A square whose left half answers no, turned over its diagonal. */
    static FoldPlot fold() {
        FoldPlot plot = new FoldPlot();
        float[] across = {0, 0.5f, 1, 0, 0.5f, 1, 0, 0.5f, 1};
        float[] upwards = {0, 0, 0, 0.5f, 0.5f, 0.5f, 1, 1, 1};
        float[] answers = {-1, 0, 1, -1, 0, 1, -1, 0, 1};
        plot.setFrames(new FoldPlot.Frame("x₁", "x₂", 0, 1, 0, 1), new FoldPlot.Frame("h₁", "h₂", 0, 1, 0, 1));
        plot.setWords(new FoldPlot.Words("cut", "wrong"));
        plot.setSheet(
                new FoldPlot.Sheet(3, across, upwards, upwards, across, answers),
                new FoldPlot.Points(
                        new float[] {0.25f},
                        new float[] {0.5f},
                        new float[] {0.5f},
                        new float[] {0.25f},
                        new boolean[] {true},
                        new boolean[] {false},
                        new String[] {"(0, 0)"}),
                new CorrectionPlot.Line(0, 1, -0.5));
        plot.setStage(1);
        return plot;
    }
}

package weightroom.experiment;

import weightroom.data.DataSource;

/** Every number and switch of the experiment file, except those of the vocabulary, which stand with their constants. */
final class Fields {
    /** The largest size of a number written out as a weight, a bias or a cell: far within single precision. */
    static final double LARGEST = 1e30;

    static final Field SEED = Field.whole(
                    "seed",
                    "Seed",
                    "Everything random is drawn from it; another seed is another start, split and shuffle.",
                    1,
                    -Experiment.MAX_SEED,
                    Experiment.MAX_SEED)
            .fresh();

    static final Field SAMPLES = Field.whole(
                    "samples", "Rows", "More rows fill the gaps between those seen.", 300, 1, DataSource.MAX_SAMPLES)
            .fresh();
    static final Field NOISE = Field.number(
                    "noise", "Noise", "Raising it shifts rows further from where they belong.", 0, 0, 1)
            .fresh();
    static final Field CLASSES = Field.whole(
                    "classes", "Classes", "How many kinds of rows there are.", 3, 2, DataSource.MAX_CLASSES)
            .fresh();
    static final Field TRAIN = Field.number(
                    "train", "Training share", "Raising it leaves fewer rows to test on.", 1, 0.001, 1)
            .fresh();
    static final Field VALIDATION = Field.number(
                    "validation", "Validation share", "Rows kept back to choose settings by.", 0, 0, 0.999)
            .fresh();
    static final Field STANDARDIZE = Field.flag(
                    "standardize",
                    "Standardize",
                    "Shifts and scales every feature to mean 0 and deviation 1 over the training rows.",
                    false)
            .fresh();
    static final Field INPUTS = Field.whole("inputs", "Inputs", "How many numbers of a row are inputs.", 1, 1, 10_000);

    static final Field UNITS = Field.whole(
                    "units", "Units", "More units can bend the boundary more often.", 8, 1, LayerSpec.MAX_UNITS)
            .fresh();
    static final Field ALPHA = Field.number("alpha", "α", "The activation's own number.", 1, -1000, 1000);
    static final Field DROPOUT = Field.number(
            "dropout",
            "Dropout",
            "Raising it silences more units in each step, so that none is relied on.",
            0,
            0,
            0.99);
    static final Field BATCH_NORM = Field.flag(
                    "batch-norm", "Batch norm", "Normalizes each unit's sum over the batch.", false)
            .fresh();

    static final Field KEPT =
            Field.number("kept", "Kept", "What a link that is off comes back with.", 0, -LARGEST, LARGEST);

    static final Field LEARNING_RATE = Field.number(
                    "learning-rate",
                    "Learning rate η",
                    "Raising it makes larger steps; too large ones diverge.",
                    0.01,
                    0,
                    1e6)
            .overLogarithm();
    static final Field WARM_UP =
            Field.whole("warm-up", "Warm-up", "The rate rises linearly over so many first epochs.", 0, 0, 1e9);
    static final Field BATCH = Field.whole(
                    "batch",
                    "Batch",
                    "Rows per step: more make each step surer and the epoch shorter.",
                    TrainingSpec.DEFAULT_BATCH,
                    1,
                    1e9)
            .overLogarithm();
    static final Field SHUFFLE = Field.flag("shuffle", "Shuffle", "Draws a new order of the rows every epoch.", true);
    static final Field L1 = Field.number("l1", "L1 λ", "Raising it makes more weights exactly 0.", 0, 0, 1000)
            .overLogarithm();
    static final Field L2 = Field.number("l2", "L2 λ", "Raising it keeps all weights small.", 0, 0, 1000)
            .overLogarithm();
    static final Field ELASTIC_LAMBDA =
            Field.number("lambda", "Elastic net λ", "Raising it restrains all weights.", 0, 0, 1000);
    static final Field ELASTIC_RATIO = Field.number("ratio", "Elastic net r", "1 is all L1, 0 is all L2.", 0.5, 0, 1);
    static final Field CLIP_VALUE = Field.number(
                    "value", "Clip by value", "Cuts every component of the gradient to ± this.", Double.NaN, 1e-9, 1e9)
            .overLogarithm();
    static final Field CLIP_NORM = Field.number(
                    "norm",
                    "Clip by norm",
                    "Shortens the whole gradient to at most this length.",
                    Double.NaN,
                    1e-9,
                    1e9)
            .overLogarithm();
    static final Field EPOCHS = Field.whole(
                    "epochs", "Epochs", "Passes over the training rows.", TrainingSpec.DEFAULT_EPOCHS, 0, 1e9)
            .overLogarithm();
    static final Field STOP_TRAIN_LOSS = Field.number(
            "train-loss",
            "Stop at training loss",
            "Ends as soon as the training loss is this low.",
            Double.NaN,
            -1e9,
            1e9);
    static final Field STOP_VALIDATION_LOSS = Field.number(
            "validation-loss",
            "Stop at validation loss",
            "Ends as soon as the validation loss is this low.",
            Double.NaN,
            -1e9,
            1e9);
    static final Field STOP_PATIENCE = Field.whole(
            "patience",
            "Stop after patience",
            "Ends after so many epochs without a better validation loss; 0 for never.",
            0,
            0,
            1e9);

    private Fields() {}
}

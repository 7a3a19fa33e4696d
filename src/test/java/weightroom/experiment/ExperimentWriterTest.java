package weightroom.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.data.CsvOptions;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;

final class ExperimentWriterTest {
    private static final int EXPERIMENTS = 60;

    @Test
    void whatWasWrittenIsReadBackAsItWas() {
        Random random = new Random(20260101);
        int changed = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            Experiment experiment = scrambled(random);
            changed += experiment.equals(Experiment.spiral()) ? 0 : 1;
            String json = ExperimentWriter.json(experiment);
            assertEquals(experiment, read("a.json", json), json);
            String yaml = ExperimentWriter.yaml(experiment);
            assertEquals(experiment, read("a.yaml", yaml), yaml);
        }
        assertEquals(EXPERIMENTS, changed);
    }

    @Test
    void ownRowsFilesAndNumbersAreReadBackToo() {
        Random random = new Random(5);
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(List.of(random.nextGaussian(), random.nextGaussian() * 1e-20, -0.0, (double) i));
        }
        StartSpec start = new StartSpec(
                new StartSpec.GivenWeights(List.of(List.of(List.of(0.1, 1e-9, 3.0)))),
                new StartSpec.GivenBiases(List.of(List.of(-0.7))));
        Experiment own = Experiment.spiral()
                .withData(new DataSpec(new DataSpec.OwnRows(rows, 3), 1, 0, List.of("sin(x1)", "x2^2"), true))
                .withNetwork(new NetworkSpec(List.of(new LayerSpec(1, Activation.SIGMOID))))
                .withStart(start);
        assertEquals(own, read("a.json", ExperimentWriter.json(own)));
        assertEquals(own, read("a.yml", ExperimentWriter.yaml(own)));
        for (DataSpec.OwnFile file : List.of(
                new DataSpec.OwnFile("my.csv"),
                new DataSpec.OwnFile(
                        "data/ä \"b\".csv",
                        new CsvOptions(Optional.of("3"), CsvOptions.Header.ABSENT, CsvOptions.Meaning.AMOUNTS),
                        Optional.empty()),
                new DataSpec.OwnFile("a.idx3.gz", CsvOptions.DEFAULT, Optional.of("b.idx1.gz")))) {
            Experiment filed = own.withData(own.data().withOrigin(file));
            assertEquals(filed, read("a.json", ExperimentWriter.json(filed)));
            assertEquals(filed, read("a.yml", ExperimentWriter.yaml(filed)));
        }
    }

    @Test
    void titlesAreReadBackWhateverTheySay() {
        for (String title : List.of(
                "",
                "yes",
                "null",
                "~",
                "1",
                "1e3",
                "a: b",
                "- x",
                "\"q\" 'r'",
                "é\n\t\u0001",
                "*a",
                "#",
                " x ",
                "0x1",
                "{",
                "😀")) {
            Experiment titled = Experiment.spiral().withTitle(title);
            assertEquals(titled, read("a.json", ExperimentWriter.json(titled)));
            if (!title.contains("\u0001")) {
                assertEquals(titled, read("a.yaml", ExperimentWriter.yaml(titled)), ExperimentWriter.yaml(titled));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.1, 0.1",
        "1e-8, 1e-8",
        "-0.0, -0.0",
        "0, 0",
        "1e30, 1e30",
        "123456789, 123456789",
        "9007199254740991, 9007199254740991",
        "2e-3, 0.002",
        "0.30000000000000004, 0.30000000000000004",
        "2.0E-320, 2e-320"
    })
    void numbersAreWrittenInTheirShortestForm(double number, String text) {
        assertEquals(text, Decimal.text(number));
    }

    @Test
    void numbersAreReadBackBitForBit() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertEquals(number, Double.parseDouble(Decimal.text(number)));
            }
        }
    }

    @Test
    void aFileIsWrittenInTheFormatOfItsName(@TempDir Path folder) throws Exception {
        ExperimentWriter.write(Experiment.spiral(), folder.resolve("a.json"));
        ExperimentWriter.write(Experiment.spiral(), folder.resolve("a.yaml"));
        assertEquals(Experiment.spiral(), ExperimentReader.read(folder.resolve("a.json")));
        assertEquals(Experiment.spiral(), ExperimentReader.read(folder.resolve("a.yaml")));
        assertFalse(Files.readString(folder.resolve("a.yaml")).contains("{"));
    }

    /** The spiral after many random changes, those left out that cannot be made together. */
    private static Experiment scrambled(Random random) {
        Experiment experiment = Experiment.spiral();
        for (int change = 0; change < 40; change++) {
            List<Setting> settings = Settings.of(experiment);
            Setting setting = settings.get(random.nextInt(settings.size()));
            try {
                Experiment next = setting.with(experiment, value(setting, random));
                read("a.json", ExperimentWriter.json(next));
                experiment = next;
            } catch (InvalidInput doNotFit) {
                assertFalse(doNotFit.getMessage().isEmpty());
            }
        }
        return experiment.withTitle("No. " + random.nextInt());
    }

    private static String value(Setting setting, Random random) {
        if (!setting.words().isEmpty() && random.nextInt(3) > 0) {
            return setting.words().get(random.nextInt(setting.words().size()));
        }
        double within = setting.low() + random.nextDouble() * (setting.high() - setting.low());
        return switch (setting.kind()) {
            case NUMBER -> Decimal.text(within);
            case WHOLE -> Decimal.text(Math.floor(within));
            case FLAG -> Boolean.toString(random.nextBoolean());
            case LIST -> random.nextBoolean() ? "" : "x1,x1^2,sin(x1)";
            case CHOICE, TEXT ->
                setting.words().isEmpty() ? "A title" : setting.words().get(0);
        };
    }

    private static Experiment read(String name, String text) {
        return ExperimentReader.parse(name, text);
    }
}

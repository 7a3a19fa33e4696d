package weightroom.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.data.DataSource;
import weightroom.engine.InvalidInput;

class ShareCodeTest {
    private static final String SPIRAL = ShareCode.encode(Experiment.spiral());

    static Stream<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>();
        all.add(ExperimentReader.parse("xor.json", Examples.XOR));
        all.add(Experiment.opening().withTitle("Zwei Spiralen — β = 0.9 “quoted” \\ \n😀"));
        for (DataSource source : DataSource.values()) {
            DataSpec data = Experiment.spiral().data().withOrigin(DataSpec.Source.of(source));
            all.add(Experiment.spiral().withData(data).withSeed(-Experiment.MAX_SEED));
        }
        all.add(Experiment.spiral()
                .withData(Experiment.spiral()
                        .data()
                        .withOrigin(new DataSpec.OwnRows(List.of(List.of(0.1, -2e-30, 1.0), List.of(3.0, 4.5, 0.0)), 2))
                        .withFeatures(List.of("x1", "x1*x2"))));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void whatWasSharedComesBackEqual(Experiment experiment) {
        assertThat(ShareCode.decode(ShareCode.encode(experiment))).isEqualTo(experiment);
    }

    @Test
    void aCodeIsShortEnoughForAMessageAndHoldsOnlyLettersThatNoProgramChanges() {
        assertThat(SPIRAL).hasSizeLessThan(360).matches("wr1:[A-Za-z0-9_-]+");
    }

    @Test
    void whatEqualsTheDefaultsIsNotWritten() {
        Experiment plain = ExperimentReader.parse(
                "plain.json",
                """
                {"weightroom":1,"data":{"source":"xor"},"network":{"layers":[{"units":1,"activation":"sigmoid"}]},
                "training":{}}
                """);
        Experiment other = plain.withTraining(plain.training().withEpochs(5));
        assertThat(ShareCode.encode(plain).length())
                .isLessThan(ShareCode.encode(other).length());
        assertThat(ShareCode.decode(ShareCode.encode(other))).isEqualTo(other);
    }

    @Test
    void lineBreaksAndSpacesThatAMailAddsDoNotMatter() {
        String broken = "  " + SPIRAL.replaceAll("(.{40})", "$1\r\n ") + "\n";
        assertThat(ShareCode.decode(broken)).isEqualTo(Experiment.spiral());
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        for (int i = ShareCode.PREFIX.length(); i < SPIRAL.length(); i++) {
            char changed = SPIRAL.charAt(i) == 'A' ? 'Q' : 'A';
            String code = SPIRAL.substring(0, i) + changed + SPIRAL.substring(i + 1);
            try {
                assertThat(ShareCode.decode(code)).isEqualTo(Experiment.spiral());
                // Of the last character only the upper bits count.
                assertThat(i).isEqualTo(SPIRAL.length() - 1);
            } catch (InvalidInput expected) {
                assertThat(expected).hasMessageContaining("code");
            }
        }
    }

    @Test
    void everyCodeThatIsCutOffIsRefused() {
        for (int length = 0; length < SPIRAL.length(); length++) {
            String code = SPIRAL.substring(0, length);
            assertThatThrownBy(() -> ShareCode.decode(code)).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wr1", "hello", "{\"weightroom\":1}", "https://example.org/?wr1:", "WR1:AAAA"})
    void whatIsNoCodeIsToldWhatACodeBeginsWith(String text) {
        assertThatThrownBy(() -> ShareCode.decode(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("begins with wr1:");
    }

    @Test
    void aCodeOfANewerVersionIsCalledThat() {
        assertThatThrownBy(() -> ShareCode.decode("wr2:abcdef")).hasMessageContaining("newer version");
    }

    @Test
    void aCharacterThatNoCodeHoldsIsPointedOut() {
        assertThatThrownBy(() -> ShareCode.decode("wr1:ab/cd+ef==")).hasMessageContaining("a character that codes");
    }

    static Stream<Arguments> sealedRight() {
        return Stream.of(
                Arguments.of("{", "line 1"),
                Arguments.of("[]", "object"),
                Arguments.of("{\"weightroom\":2}", "weightroom"),
                Arguments.of("{\"weightroom\":1,\"network\":{\"layers\":[]},\"data\":{},\"training\":{}}", "layers"),
                Arguments.of("\u0000\u0001", "no text"));
    }

    @ParameterizedTest
    @MethodSource("sealedRight")
    void aCodeWithTheRightSumButNoExperimentInItIsReadAsStrictlyAsAFile(String json, String named) {
        assertThatThrownBy(() -> ShareCode.decode(seal(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(named);
    }

    @Test
    void aCodeThatUnfoldsToTooMuchIsStoppedEarly() {
        byte[] blanks = new byte[64 * 1024 * 1024];
        java.util.Arrays.fill(blanks, (byte) ' ');
        String bomb = seal(blanks);
        assertThat(bomb).hasSizeLessThan(ShareCode.MAX_LENGTH);
        assertThatThrownBy(() -> ShareCode.decode(bomb)).hasMessageContaining("unfolds to more than");
    }

    @Test
    void randomBytesNeverDoMoreThanBeRefused() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            String code =
                    ShareCode.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(bytes));
            assertThatThrownBy(() -> ShareCode.decode(code)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void rowsInAFileAreNotSharedInSilence() {
        Experiment experiment =
                Experiment.spiral().withData(Experiment.spiral().data().withOrigin(new DataSpec.OwnFile("my.csv")));
        assertThatThrownBy(() -> ShareCode.encode(experiment))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("my.csv");
    }

    @Test
    void tooManyRowsOfOnesOwnAreRefusedWithAWayOut() {
        Random random = new Random(3);
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            rows.add(List.of(random.nextDouble(), random.nextDouble(), 1.0));
        }
        Experiment experiment =
                Experiment.spiral().withData(Experiment.spiral().data().withOrigin(new DataSpec.OwnRows(rows, 2)));
        assertThatThrownBy(() -> ShareCode.encode(experiment)).hasMessageContaining("send its file");
    }

    private static String seal(byte[] json) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(json);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return ShareCode.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(out.toByteArray()));
    }

    private static byte[] sealed(byte[] packed) {
        CRC32 sum = new CRC32();
        sum.update(packed);
        return ByteBuffer.allocate(4 + packed.length)
                .putInt((int) sum.getValue())
                .put(packed)
                .array();
    }
}

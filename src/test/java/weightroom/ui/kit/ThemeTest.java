package weightroom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static final Pattern TOKEN = Pattern.compile("(-wr-[a-z0-9-]+): (#[0-9a-f]{6,8});");
    private static final List<String> TEXTS = List.of("text", "text-2", "text-3");
    private static final List<String> GROUNDS = List.of("app", "surface", "surface-2");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyThemeNamesTheSameColours(Theme theme) {
        assertThat(colours(theme).keySet()).isEqualTo(colours(Theme.DARK).keySet());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textStandsOutFromWhateverItStandsOn(Theme theme) {
        double least = theme == Theme.CONTRAST ? 7 : 4.5;
        Map<String, Color> colours = colours(theme);
        for (String ground : GROUNDS) {
            for (String text : TEXTS) {
                assertThat(contrast(colours, text, ground))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(least);
            }
        }
        assertThat(contrast(colours, "text", "accent-tint")).isGreaterThanOrEqualTo(least);
        assertThat(ratio(Color.WHITE, colours.get("-wr-accent-solid"))).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void numbersOfBothDirectionsStandOutFromTheirCards(Theme theme) {
        Map<String, Color> colours = colours(theme);
        for (String direction : List.of("forward", "backward")) {
            for (String ground : List.of("app", "surface")) {
                assertThat(contrast(colours, direction, ground)).as(direction).isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String text : List.of("text", "backward")) {
            assertThat(contrast(colours, text, "backward-tint")).as(text).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void inHighContrastColoursThatSaySomethingStandOutAsWell() {
        Map<String, Color> colours = colours(Theme.CONTRAST);
        for (String token : List.of("ok", "warn", "bad", "accent", "test", "backward", "forward", "ink")) {
            assertThat(contrast(colours, token, "surface")).as(token).isGreaterThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theLinesOfLanesStandOutFromPlots(Theme theme) {
        Map<String, Color> colours = colours(theme);
        for (String lane : List.of("sgd", "momentum", "nesterov", "rmsprop", "adagrad", "adam")) {
            for (String ground : List.of("surface", "surface-2", "app")) {
                assertThat(contrast(colours, "lane-" + lane, ground)).as(lane).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tenClassesStandOutFromPlotsAndFromEachOther(Theme theme) {
        Map<String, Color> colours = colours(theme);
        double least = theme == Theme.CONTRAST ? 7 : 3;
        for (int k = 1; k <= 10; k++) {
            for (String ground : List.of("surface", "app")) {
                assertThat(contrast(colours, "class-" + k, ground))
                        .as("class %d on %s", k, ground)
                        .isGreaterThanOrEqualTo(least);
            }
            for (int other = 1; other < k; other++) {
                double apart = distance(colours.get("-wr-class-" + k), colours.get("-wr-class-" + other));
                assertThat(apart).as("classes %d and %d", other, k).isGreaterThan(0.13);
            }
        }
    }

    @Test
    void theDistanceOfColoursIsThatOfOklab() {
        // Ottosson 2020: white has lightness 1, black 0, both without colour.
        assertThat(distance(Color.BLACK, Color.WHITE)).isBetween(0.9999, 1.0001);
        assertThat(distance(Color.RED, Color.RED)).isZero();
    }

    /** How different two colours look: their distance in Oklab (Ottosson 2020). */
    private static double distance(Color one, Color other) {
        double[] a = oklab(one);
        double[] b = oklab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] oklab(Color color) {
        double r = linear(color.getRed());
        double g = linear(color.getGreen());
        double b = linear(color.getBlue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    @Test
    void theRatioIsThatOfTheStandard() {
        // WCAG 2.2: black on white is 21 to 1, and #767676 just passes 4.5 to 1.
        assertThat(ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(ratio(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
    }

    @Test
    void anUnknownThemeIsTheDarkOne() {
        assertThat(Theme.byId("contrast")).isEqualTo(Theme.CONTRAST);
        assertThat(Theme.byId("sepia")).isEqualTo(Theme.DARK);
        assertThat(Theme.CONTRAST.other()).isEqualTo(Theme.DARK);
    }

    private static Map<String, Color> colours(Theme theme) {
        try (InputStream in = ThemeTest.class.getResourceAsStream("/weightroom/ui/theme-" + theme.id() + ".css")) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> colours = new TreeMap<>();
            while (matcher.find()) {
                colours.put(matcher.group(1), Color.web(matcher.group(2)));
            }
            return colours;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double contrast(Map<String, Color> colours, String text, String ground) {
        return ratio(colours.get("-wr-" + text), colours.get("-wr-" + ground));
    }

    /** (L1 + 0.05) / (L2 + 0.05), L the relative luminance, the lighter above. */
    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

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

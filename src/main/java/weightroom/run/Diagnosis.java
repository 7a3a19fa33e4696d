package weightroom.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weightroom.engine.Divergence;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.InsightHistory.Series;
import weightroom.run.Verdict.Kind;

/**
 * Finds what is wrong, by the rules that {@link Health} states.
 *
 * @param layers as they are now
 * @param before looks taken earlier
 * @param losses so far
 * @param divergence why the run stands still, where it diverged
 */
record Diagnosis(List<LayerInsight> layers, Series before, LossCourse losses, Optional<Divergence> divergence) {
    /** So few looks have no middle worth the name. */
    private static final int FEW = 5;

    /** The graver, the earlier. */
    private static final List<Kind> BY_GRAVITY = List.of(
            Kind.DIVERGED,
            Kind.EXPLODING,
            Kind.TWINS,
            Kind.DEAD,
            Kind.VANISHING,
            Kind.OVERFITTING,
            Kind.PLATEAU,
            Kind.SATURATING,
            Kind.HIGH,
            Kind.LOW,
            Kind.HEALTHY);

    Health health() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            verdicts.add(layer(l));
        }
        List<Verdict> candidates = new ArrayList<>();
        divergence.ifPresent(found -> candidates.add(diverged(found)));
        if (losses.rise() > 0) {
            candidates.add(run(Kind.OVERFITTING, percent(losses.rise())));
        }
        if (losses.standstill() > 0) {
            candidates.add(run(Kind.PLATEAU, Math.round(losses.standstill())));
        }
        candidates.add(run(Kind.HEALTHY));
        candidates.addAll(verdicts);
        Verdict worst = candidates.stream()
                .min(Comparator.comparingInt(verdict -> BY_GRAVITY.indexOf(verdict.kind())))
                .orElseThrow();
        return new Health(worst, verdicts);
    }

    private Verdict layer(int l) {
        LayerInsight layer = layers.get(l);
        if (divergence.map(found -> found.layer() == l).orElse(false)) {
            return say(Kind.DIVERGED, l);
        }
        if (explodes(l)) {
            return say(Kind.EXPLODING, l, number(layer.gradient()));
        }
        if (!layer.twins().isEmpty()) {
            return say(Kind.TWINS, l, units(layer.twins().get(0)));
        }
        if (layer.deadUnits().length > 0) {
            return say(Kind.DEAD, l, layer.deadUnits().length, units(l));
        }
        if (vanishes(l)) {
            int saturating = canSaturateFrom(l) ? 1 : 0;
            return say(Kind.VANISHING, l, number(layer.gradient()), number(output().gradient()), saturating);
        }
        if (l < layers.size() - 1 && layer.saturated() > Health.SATURATED) {
            return say(Kind.SATURATING, l, percent(layer.saturated()));
        }
        double ratio = median(l, Figure.UPDATE_RATIO, layer.updateRatio());
        if (ratio > Health.UPDATE_HIGH) {
            return say(Kind.HIGH, l, number(ratio));
        }
        return ratio < Health.UPDATE_LOW && !losses.small() ? say(Kind.LOW, l, number(ratio)) : say(Kind.HEALTHY, l);
    }

    private boolean explodes(int l) {
        double gradient = layers.get(l).gradient();
        boolean grows = gradient > 1 && gradient > Health.GROWTH * median(l, Figure.GRADIENT, gradient);
        return !(gradient <= Health.EXPLODING) || grows;
    }

    private boolean vanishes(int l) {
        double gradient = layers.get(l).gradient();
        return !losses.small() && (gradient < Health.VANISHING || gradient * Health.FALL < output().gradient());
    }

    /** Whether a hidden layer that the gradient has to pass, or has just passed, has bounds to stand at. */
    private boolean canSaturateFrom(int l) {
        return layers.subList(l, Math.max(l, layers.size() - 1)).stream()
                .anyMatch(layer -> !Double.isNaN(layer.saturated()));
    }

    private LayerInsight output() {
        return layers.get(layers.size() - 1);
    }

    /** Of the last looks and the present one, as far as they are numbers; the present one where there are few. */
    private double median(int l, Figure figure, double present) {
        double[] recent = new double[Math.min(Health.RECENT - 1, before.size()) + 1];
        recent[0] = present;
        for (int i = 1; i < recent.length; i++) {
            recent[i] = before.value(before.size() - i, l, figure);
        }
        double[] known = Arrays.stream(recent).filter(Double::isFinite).sorted().toArray();
        return known.length < FEW ? present : known[known.length / 2];
    }

    private int units(int l) {
        LayerInsight layer = layers.get(l);
        return (int) Math.round(layer.deadUnits().length / layer.dead());
    }

    private Verdict say(Kind kind, int l, Object... values) {
        String name = l == layers.size() - 1 ? Text.of("layer.output") : Text.of("layer.hidden", l + 1);
        Object[] all = new Object[values.length + 1];
        all[0] = name;
        System.arraycopy(values, 0, all, 1, values.length);
        return verdict("health.layer.", kind, all);
    }

    private static Verdict run(Kind kind, Object... values) {
        return verdict("health.run.", kind, values);
    }

    private static Verdict diverged(Divergence found) {
        return run(Kind.DIVERGED, found.step(), number(found.lastFiniteLoss()));
    }

    private static Verdict verdict(String key, Kind kind, Object[] values) {
        String all = key + kind.name();
        return new Verdict(
                kind,
                Text.of(all + ".label", values),
                Text.of(all + ".sentence", values),
                Text.of(all + ".advice", values));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1e", value)
                .replaceFirst("e([+-])0*(?=\\d)", "e$1")
                .replace("e+", "e")
                .replace('-', '\u2212');
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "\u00a0%";
    }

    private static String units(int[] units) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, units.length); i++) {
            text.append(i == 0 ? "" : ", ").append(units[i] + 1);
        }
        return text.append(units.length > 4 ? " …" : "").toString();
    }
}

package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weightroom.arithmetic.Shown;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.kit.Messages;

/** What the phases of a pass are called, and the numbers of each in a line. */
final class PhaseWords {
    /** So many numbers find room below a phase. */
    private static final int MOST_NUMBERS = 2;

    private PhaseWords() {}

    /** As short as it can be: {@code Hidden z}, {@code Hidden 2 a}, {@code ∂L/∂w}. */
    static String name(Pass pass, Phase phase) {
        String key = "explain.phase." + phase.step().name().toLowerCase(Locale.ROOT);
        return phase.step().forward() && phase.layer() != Quantity.NONE
                ? Messages.text(key, layer(pass, phase.layer()))
                : Messages.text(key);
    }

    /** What becomes known in it, in a sentence. */
    static String help(Pass pass, Phase phase) {
        String key = "explain.phase." + phase.step().name().toLowerCase(Locale.ROOT) + ".help";
        return phase.layer() == Quantity.NONE
                ? Messages.text(key)
                : Messages.text(key, layer(pass, phase.layer()).toLowerCase(Locale.ROOT));
    }

    /** {@code Output}, {@code Hidden}, or {@code Hidden 2} where there are several. */
    static String layer(Pass pass, int layer) {
        int layers = pass.subject().network().layers().size();
        if (layer == layers - 1) {
            return Messages.text("explain.layer.output");
        }
        return layers == 2 ? Messages.text("explain.layer.hidden") : Messages.text("explain.layer.hiddens", layer + 1);
    }

    /**
     * The numbers of a phase: {@code 0.7000, −0.5520}, {@code output −0.7468}, {@code 9 gradients}.
     *
     * @param s which row of the batch
     */
    static String numbers(Pass pass, Phase phase, int s) {
        return switch (phase.step()) {
            case UPDATE ->
                Messages.text(
                        "explain.phase.rate",
                        Shown.significant(pass.subject().learningRate(), 3).text());
            case D_PARAMETERS -> gradients(pass.gradient().length);
            case LOSS -> shown(pass, Quantity.LOSS, s);
            default -> {
                List<Quantity> all = quantities(pass, phase);
                yield phase.step().forward()
                        ? list(pass, all, MOST_NUMBERS, s)
                        : layer(pass, phase.layer()).toLowerCase(Locale.ROOT) + " " + list(pass, all, 1, s);
            }
        };
    }

    /** The same where there is little room: {@code 0.7000, …}, or only the layer on the way back. */
    static String brief(Pass pass, Phase phase, int s) {
        return switch (phase.step()) {
            case UPDATE, D_PARAMETERS, LOSS -> numbers(pass, phase, s);
            default ->
                phase.step().forward()
                        ? list(pass, quantities(pass, phase), 1, s)
                        : layer(pass, phase.layer()).toLowerCase(Locale.ROOT);
        };
    }

    private static String gradients(int count) {
        return count == 1 ? Messages.text("explain.phase.gradient") : Messages.text("explain.phase.gradients", count);
    }

    private static String list(Pass pass, List<Quantity> all, int most, int s) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size() && i < most; i++) {
            text.append(i == 0 ? "" : ", ").append(shown(pass, all.get(i), s));
        }
        return all.size() > most ? text.append(", …").toString() : text.toString();
    }

    private static String shown(Pass pass, Quantity quantity, int s) {
        return CardWords.number(pass.value(quantity, s));
    }

    /** One number of each unit that the phase is about. */
    private static List<Quantity> quantities(Pass pass, Phase phase) {
        List<Quantity> all = new ArrayList<>();
        if (phase.step() == Phase.Step.INPUT) {
            for (int i = 0; i < pass.subject().network().inputs(); i++) {
                all.add(Quantity.input(i));
            }
            return all;
        }
        Kind kind =
                switch (phase.step()) {
                    case NORMALIZE -> Kind.NORMALIZED;
                    case SUM -> Kind.SUM;
                    case DROPOUT -> Kind.MASK;
                    case D_ACTIVATION -> Kind.D_ACTIVATION;
                    case D_DROPOUT -> Kind.D_RESPONSE;
                    case D_SUM -> Kind.D_SUM;
                    case D_NORMALIZE -> Kind.D_LINEAR;
                    default -> Kind.ACTIVATION;
                };
        int units = pass.subject().network().layers().get(phase.layer()).units();
        for (int u = 0; u < units; u++) {
            all.add(Quantity.unit(kind, phase.layer(), u));
        }
        return all;
    }
}

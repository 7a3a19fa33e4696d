package weightroom.ui.charts;

import java.util.Locale;
import weightroom.experiment.Setup;
import weightroom.plot.Numbers;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;

/** How layers, units and inputs are called. */
final class Words {
    private Words() {}

    /** {@code Hidden 1}, or {@code Output}. */
    static String layer(int layer, int layers) {
        return layer == layers - 1 ? Messages.text("layer.output") : Messages.text("layer.hidden", layer + 1);
    }

    /** {@code Hidden 1, neuron 3}; the name of a feature for the inputs. */
    static String unit(Setup setup, int layer, int index) {
        if (layer < 0) {
            return FeatureLabel.of(setup.rows().featureNames().get(index));
        }
        int layers = setup.plan().network().layers().size();
        return Messages.text("layer.neuron", layer(layer, layers), index + 1);
    }

    /** With two digits and a power of ten: {@code 9.3e−3}. */
    static String scientific(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Numbers.fixed(number, 0);
        }
        String text = String.format(Locale.ROOT, "%.1e", number);
        int mark = text.indexOf('e');
        return text.substring(0, mark).replace('-', '−') + power(text.substring(mark + 1));
    }

    /** {@code 1e−5}. */
    static String power(int exponent) {
        return "1" + power(Integer.toString(exponent));
    }

    private static String power(String exponent) {
        return "e" + Integer.toString(Integer.parseInt(exponent)).replace('-', '−');
    }
}

package weightroom.ui.charts;

import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Switch;

/** Switches the vertical axis of a chart between linear and logarithmic; not to be seen where there is none to switch. */
final class LogSwitch extends Switch {
    private final ChangeListener<Boolean> follow = (observable, before, after) -> setSelected(after);
    private @Nullable Chart chart;

    LogSwitch() {
        super(Messages.text("log"));
        setId("log-scale");
        setAccessibleText(Messages.text("log"));
        setMinWidth(USE_PREF_SIZE);
        Controls.explain(this, Messages.text("log.help"));
        selectedProperty().addListener((observable, before, after) -> {
            if (chart != null) {
                chart.logarithmic().set(after);
            }
        });
    }

    /** Switches this chart from now on. */
    void follow(Chart next) {
        if (chart != null) {
            chart.logarithmic().removeListener(follow);
        }
        chart = next;
        next.logarithmic().addListener(follow);
        setSelected(next.logarithmic().get());
        visibleProperty().bind(next.hasLogarithm());
        managedProperty().bind(next.hasLogarithm());
    }

    /**
     * Takes as much room as there is.
     *
     * @param key of the words beside it; none for no words
     */
    void setRoom(String key) {
        setText(key.isEmpty() ? "" : Messages.text(key));
    }
}

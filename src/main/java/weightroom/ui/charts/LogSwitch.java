package weightroom.ui.charts;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** Switches the vertical axis of a chart between linear and logarithmic; not to be seen where there is none to switch. */
final class LogSwitch extends ToggleSwitch {
    private final ChangeListener<Boolean> follow = (observable, before, after) -> setSelected(after);
    private @Nullable Chart chart;

    LogSwitch() {
        super(Messages.text("log"));
        setId("log-scale");
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

    /** Takes less room, or is called by its whole name. */
    void setShort(boolean little) {
        setText(Messages.text(little ? "log.short" : "log"));
    }
}

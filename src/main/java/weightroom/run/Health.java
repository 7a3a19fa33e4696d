package weightroom.run;

import java.util.List;

/**
 * What to think of a run and of each of its layers. Of several findings the first in this order is told.
 *
 * <p>A layer is
 *
 * <ul>
 *   <li><b>diverged</b> when its numbers stopped being finite;
 *   <li><b>exploding</b> when its mean |∂L/∂w| is above {@value #EXPLODING}, not finite, or above 1 and more than
 *       {@value #GROWTH} times the median of the last {@value #RECENT} looks;
 *   <li><b>twins</b> when hidden units have the same incoming weights;
 *   <li><b>dead</b> when hidden units are 0, with slope 0, in all rows that were looked at;
 *   <li><b>vanishing</b>, while the training loss is not below 5 % of the first one, when its mean |∂L/∂w| is below
 *       {@value #VANISHING} or more than {@value #FALL} times smaller than the last layer's;
 *   <li><b>saturating</b> when it is hidden and more than {@value #SATURATED} of its pairs of row and unit are flat;
 *   <li><b>high</b> or <b>low</b> when the median update:weight ratio of the last {@value #RECENT} looks is above
 *       {@value #UPDATE_HIGH} or, while the loss is not small, below {@value #UPDATE_LOW};
 *   <li><b>healthy</b> otherwise.
 * </ul>
 *
 * <p>A run is <b>diverged</b>, else what the worst of its layers is if that is bad (exploding to vanishing above), else
 * <b>overfitting</b> when the loss on validation (else test) rows is more than 10 % above its minimum while the training loss
 * falls, else a <b>plateau</b> when the training loss, not small, has fallen by less than 1 % over the last quarter of the run
 * (at least 50 epochs), else what its layers are.
 *
 * @param run the verdict on the whole run
 * @param layers from the first hidden layer to the output
 */
public record Health(Verdict run, List<Verdict> layers) {
    /** The healthy band of ‖Δw‖/‖w‖ begins here. */
    public static final double UPDATE_LOW = 3e-4;

    /** A good value of ‖Δw‖/‖w‖. */
    public static final double UPDATE_MARK = 1e-3;

    /** The healthy band of ‖Δw‖/‖w‖ ends here. */
    public static final double UPDATE_HIGH = 3e-3;

    /** A mean |∂L/∂w| above it explodes. */
    public static final double EXPLODING = 10;

    /** A mean |∂L/∂w| below it has vanished. */
    public static final double VANISHING = 1e-6;

    /** Gradients that fall by more than this factor from the last layer to an earlier one vanish. */
    public static final double FALL = 100;

    /** Gradients that grow by more than this factor explode. */
    public static final double GROWTH = 10;

    /** A larger share of flat pairs is called saturating. */
    public static final double SATURATED = 0.5;

    /** So many looks, about a second of playing, are taken together where single ones jump. */
    public static final int RECENT = 15;

    public Health {
        layers = List.copyOf(layers);
    }
}

/**
 * Pictures of numbers. They take plain arrays, know nothing of training, and take their colours from the style sheet (see
 * {@link weightroom.plot.Ink}), so that every theme shares every plot. All draw through one {@code Pen}, so that the
 * screen, {@link weightroom.plot.Plot#png PNG}, {@link weightroom.plot.Plot#svg SVG} and the clipboard get the same
 * picture; {@link weightroom.plot.Plot#csv} has the numbers.
 *
 * <p>With axes that zoom and move ({@link weightroom.plot.AxesPlot}):
 *
 * <ul>
 *   <li>{@link weightroom.plot.LinePlot}: {@link weightroom.plot.Curve}s that grow, marks, playhead, healthy band, areas;
 *       with {@code setReach} and {@code setWholeX(false)} a ROC curve
 *   <li>{@link weightroom.plot.RacePlot}: the lanes of a race, each with the dash and markers of its {@link
 *       weightroom.plot.LaneStyle}, which a {@link weightroom.plot.LaneSample} shows in rows and cards
 *   <li>{@link weightroom.plot.DecisionPlot}: a {@link weightroom.plot.Field} over a plane with points; {@link
 *       weightroom.plot.Touch} tells what the mouse does there
 *   <li>{@link weightroom.plot.SurfacePlot}: a function of two variables with balls that roll down, seen from above; {@link
 *       weightroom.plot.ReliefPlot} the same in space
 *   <li>{@link weightroom.plot.HistogramPlot}: {@link weightroom.plot.Bins}, one histogram or several below one another
 *   <li>{@link weightroom.plot.ActivationPlot}: a function and its slope over the values that meet it
 *   <li>{@link weightroom.plot.ResidualPlot}: predictions against targets
 * </ul>
 *
 * <p>Without: {@link weightroom.plot.ConfusionPlot}, a matrix of classes; {@link weightroom.plot.Gauge}, one number in a
 * row of a table; {@link weightroom.plot.CurveIcon} and {@link weightroom.plot.ScatterThumb}, for menus and tiles;
 * {@link weightroom.plot.SeedBand} and {@link weightroom.plot.BoundaryThumb}, many of which stand side by side.
 */
@NullMarked
package weightroom.plot;

import org.jspecify.annotations.NullMarked;

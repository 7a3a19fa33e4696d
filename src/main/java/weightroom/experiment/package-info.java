/**
 * The experiment file: what is learned, by which network, from where and how, as records; its strict reader and its
 * writer; the settings that forms, {@code --set} and locks are derived from; and saved runs.
 *
 * <p>The way of a file: {@code ExperimentReader} → {@link weightroom.experiment.Experiment} → {@code Prepared}, which holds
 * the engine's plan, its rows and the numbers to start from. The format is described in {@code src/docs/experiment-file.md}.
 */
@NullMarked
package weightroom.experiment;

import org.jspecify.annotations.NullMarked;

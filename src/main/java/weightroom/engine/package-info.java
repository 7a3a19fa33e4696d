/**
 * The vocabulary of training (activations, losses, optimizers, starts, schedules), the network and its parameters as
 * plain data, and the port through which every device trains: {@link weightroom.engine.Device} compiles a
 * {@link weightroom.engine.Plan} into a {@link weightroom.engine.Program}.
 *
 * <p>This package knows no device, no file and no screen. Formulas follow {@code torch.nn} and {@code torch.optim} where
 * a docstring says nothing else.
 */
@NullMarked
package weightroom.engine;

import org.jspecify.annotations.NullMarked;

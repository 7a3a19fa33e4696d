/** Pictures of one neuron, of the perceptron rule, and of what a hidden layer of two units makes of the plane. */
@NullMarked
package weightroom.ui.neuron;

import org.jspecify.annotations.NullMarked;

/**
 * Training on OpenCL devices: graphics cards, and processors with a driver such as PoCL. The layered program runs one
 * operation at a time and serves every network; the fused one writes a kernel for one small network. Kernels are the
 * {@code .cl} files of the resource folder of the same name, completed with the expressions of the vocabulary.
 *
 * <p>The only package that knows JOCL. Every failure of a driver leaves it as a {@link weightroom.engine.DeviceFailure}.
 */
@NullMarked
package weightroom.engine.opencl;

import org.jspecify.annotations.NullMarked;

package weightroom.engine.opencl;

/**
 * A kernel with its arguments and sizes, ready to be queued again and again.
 *
 * @param global work-items in each dimension
 * @param local work-items of a group in each dimension, dividing {@code global}
 */
record Launch(ClKernel kernel, long[] global, long[] local) {
    void queue(ClContext context) {
        context.launch(kernel, global, local);
    }
}

package weightroom.run;

import weightroom.engine.Program;

/** Predicts a square grid over the plane again and again. */
final class ForwardJob implements Workload.Job {
    private final Program program;
    private final float[] inputs;
    private final float[] outputs;

    /** @param side points along each axis */
    ForwardJob(Program program, int side) {
        this.program = program;
        this.inputs = new float[2 * side * side];
        this.outputs = new float[side * side];
        for (int i = 0; i < side * side; i++) {
            int row = i / side;
            inputs[2 * i] = -6 + 12f * (i % side) / (side - 1);
            inputs[2 * i + 1] = -6 + 12f * row / (side - 1);
        }
    }

    @Override
    public double work(long nanos) {
        long begin = System.nanoTime();
        double points = 0;
        while (System.nanoTime() - begin < nanos) {
            program.predict(0, inputs, outputs.length, outputs);
            points += outputs.length;
        }
        return points;
    }

    /** The sum of all outputs. */
    @Override
    public double check() {
        double sum = 0;
        for (float output : outputs) {
            sum += output;
        }
        return sum;
    }

    @Override
    public void close() {
        program.close();
    }
}

package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Probe;
import weightroom.engine.Probe.LayerPass;

/**
 * Reads a pass of one copy back and lays it open in the port's shapes.
 *
 * @param layout of the device's parameters
 * @param host of the port's parameters
 * @param pass forward and backward, already queued
 */
record LayeredProbe(ClContext context, PanelLayout layout, Layout host, LayeredPass pass) {
    Probe read(int[] rows) {
        int n = rows.length;
        float[] losses = new float[n];
        context.read(pass.losses(), 0, losses, n);
        double sum = 0;
        for (float one : losses) {
            sum += one;
        }
        float[] onDevice = new float[layout.total()];
        context.read(pass.gradient(), 0, onDevice, onDevice.length);
        float[] gradient = new float[host.trainable()];
        layout.unpack(onDevice, gradient);
        List<LayerPass> layers = new ArrayList<>();
        for (int l = 0; l < layout.layers(); l++) {
            layers.add(layer(pass.layer(l), host.slice(l), gradient, n));
        }
        return new Probe(rows.clone(), sum / n, layers);
    }

    private LayerPass layer(LayeredPass.Activations buffers, Slice at, float[] gradient, int n) {
        return new LayerPass(
                dense(buffers.z(), n, at.units()),
                dense(buffers.a(), n, at.units()),
                dense(buffers.dA(), n, at.units()),
                dense(buffers.dZ(), n, at.units()),
                Arrays.copyOfRange(gradient, at.weights(), at.weightsEnd()),
                part(gradient, at.biases(), at.units()),
                part(gradient, at.gamma(), at.units()),
                part(gradient, at.beta(), at.units()),
                at.alpha() == Layout.NONE ? Float.NaN : gradient[at.alpha()]);
    }

    private static float[] part(float[] gradient, int from, int units) {
        return from == Layout.NONE ? new float[0] : Arrays.copyOfRange(gradient, from, from + units);
    }

    /** Rows without the padding, {@code (n, units)}. */
    private float[] dense(ClBuffer buffer, int n, int units) {
        int up = PanelLayout.padded(units);
        float[] padded = new float[n * up];
        context.read(buffer, 0, padded, padded.length);
        float[] dense = new float[n * units];
        for (int i = 0; i < n; i++) {
            System.arraycopy(padded, i * up, dense, i * units, units);
        }
        return dense;
    }
}

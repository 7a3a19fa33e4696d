package weightroom.engine;

import java.util.List;
import weightroom.engine.Layout.Slice;
import weightroom.engine.RandomStream.Purpose;

/** Where training starts from: numbers drawn from a seed, or numbers written out. */
public sealed interface Start {
    /**
     * The parameters before the first step, of length {@link Layout#total()}: γ = 1, β = 0, running mean 0 and variance 1,
     * α as the layer says.
     *
     * @throws InvalidInput when written-out numbers do not have the network's shape
     */
    float[] parameters(Network network, long seed);

    /**
     * Weights and biases drawn layer by layer, each layer from its own stream of the seed, so that changing one layer
     * leaves the others as they were.
     */
    record Drawn(Initializer weights, List<Double> weightKnobs, Initializer biases, List<Double> biasKnobs)
            implements Start {
        public Drawn {
            weightKnobs = List.copyOf(weightKnobs);
            biasKnobs = List.copyOf(biasKnobs);
        }

        @Override
        public float[] parameters(Network network, long seed) {
            Layout layout = Layout.of(network);
            float[] parameters = blank(network, layout);
            double[] weightK = array(weightKnobs);
            double[] biasK = array(biasKnobs);
            for (int l = 0; l < layout.slices().size(); l++) {
                Slice slice = layout.slice(l);
                RandomStream stream = new RandomStream(seed, Purpose.START, 2L * l);
                for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
                    parameters[i] = (float) weights.draw(stream, slice.in(), slice.units(), weightK);
                }
                RandomStream biasStream = new RandomStream(seed, Purpose.START, 2L * l + 1);
                for (int u = 0; u < slice.units() && slice.biases() != Layout.NONE; u++) {
                    parameters[slice.biases() + u] = (float) biases.draw(biasStream, slice.in(), slice.units(), biasK);
                }
            }
            return parameters;
        }

        private static double[] array(List<Double> list) {
            return list.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * Weights {@code [layer][unit][input]} and biases {@code [layer][unit]}, empty for a layer with batch norm.
     *
     * @param weights may be empty as a whole: all weights then start at 0
     * @param biases may be empty as a whole: all biases then start at 0
     */
    record Given(List<List<List<Double>>> weights, List<List<Double>> biases) implements Start {
        @Override
        public float[] parameters(Network network, long seed) {
            Layout layout = Layout.of(network);
            float[] parameters = blank(network, layout);
            if (!weights.isEmpty()) {
                expect(
                        "start.weights",
                        "layers",
                        weights.size(),
                        layout.slices().size());
            }
            if (!biases.isEmpty()) {
                expect("start.biases", "layers", biases.size(), layout.slices().size());
            }
            for (int l = 0; l < weights.size(); l++) {
                Slice slice = layout.slice(l);
                String place = "start.weights[%d]".formatted(l);
                expect(place, "units", weights.get(l).size(), slice.units());
                for (int u = 0; u < slice.units(); u++) {
                    List<Double> row = weights.get(l).get(u);
                    expect(place + "[" + u + "]", "inputs", row.size(), slice.in());
                    put(row, parameters, slice.weights() + u * slice.in());
                }
            }
            for (int l = 0; l < biases.size(); l++) {
                Slice slice = layout.slice(l);
                boolean has = slice.biases() != Layout.NONE;
                expect("start.biases[%d]".formatted(l), "units", biases.get(l).size(), has ? slice.units() : 0);
                put(biases.get(l), parameters, Math.max(0, slice.biases()));
            }
            return parameters;
        }

        private static void put(List<Double> from, float[] to, int offset) {
            for (int i = 0; i < from.size(); i++) {
                to[offset + i] = from.get(i).floatValue();
            }
        }

        private static void expect(String place, String what, int found, int expected) {
            if (found != expected) {
                throw new InvalidInput(
                        "%s has %d %s; the network has %d there".formatted(place, found, what, expected));
            }
        }
    }

    /** The weights of one start with everything else of another. */
    record Mixed(Start weights, Start others) implements Start {
        @Override
        public float[] parameters(Network network, long seed) {
            float[] from = weights.parameters(network, seed);
            float[] parameters = others.parameters(network, seed);
            for (Slice slice : Layout.of(network).slices()) {
                System.arraycopy(
                        from, slice.weights(), parameters, slice.weights(), slice.weightsEnd() - slice.weights());
            }
            return parameters;
        }
    }

    private static float[] blank(Network network, Layout layout) {
        float[] parameters = new float[layout.total()];
        for (int l = 0; l < layout.slices().size(); l++) {
            Slice slice = layout.slice(l);
            for (int u = 0; u < slice.units() && slice.gamma() != Layout.NONE; u++) {
                parameters[slice.gamma() + u] = 1f;
                parameters[slice.runningVariance() + u] = 1f;
            }
            if (slice.alpha() != Layout.NONE) {
                parameters[slice.alpha()] = (float) network.layers().get(l).alpha();
            }
        }
        return parameters;
    }
}

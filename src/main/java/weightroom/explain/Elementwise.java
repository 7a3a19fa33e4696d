package weightroom.explain;

import java.util.List;

/** Element by element; a second array that is shorter stands for a row that is repeated for every row of the first. */
enum Elementwise implements Operation {
    ADD {
        @Override
        double combine(double v, double w) {
            return v + w;
        }

        @Override
        double byFirst(double v, double w) {
            return 1;
        }

        @Override
        double bySecond(double v, double w) {
            return 1;
        }
    },
    SUBTRACT {
        @Override
        double combine(double v, double w) {
            return v - w;
        }

        @Override
        double byFirst(double v, double w) {
            return 1;
        }

        @Override
        double bySecond(double v, double w) {
            return -1;
        }
    },
    MULTIPLY {
        @Override
        double combine(double v, double w) {
            return v * w;
        }

        @Override
        double byFirst(double v, double w) {
            return w;
        }

        @Override
        double bySecond(double v, double w) {
            return v;
        }
    },
    DIVIDE {
        @Override
        double combine(double v, double w) {
            return v / w;
        }

        @Override
        double byFirst(double v, double w) {
            return 1 / w;
        }

        @Override
        double bySecond(double v, double w) {
            return -v / (w * w);
        }
    };

    /** One element of each. */
    abstract double combine(double v, double w);

    /** Its derivative by v. */
    abstract double byFirst(double v, double w);

    /** Its derivative by w. */
    abstract double bySecond(double v, double w);

    @Override
    public double[] forward(List<double[]> in) {
        double[] v = in.get(0);
        double[] w = in.get(1);
        double[] out = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            out[k] = combine(v[k], w[k % w.length]);
        }
        return out;
    }

    /** A row that was added to every row gets the sum over all rows. */
    @Override
    public List<double[]> backward(List<double[]> in, double[] out, double[] delta) {
        double[] v = in.get(0);
        double[] w = in.get(1);
        double[] dV = new double[v.length];
        double[] dW = new double[w.length];
        for (int k = 0; k < v.length; k++) {
            int j = k % w.length;
            dV[k] = delta[k] * byFirst(v[k], w[j]);
            dW[j] += delta[k] * bySecond(v[k], w[j]);
        }
        return List.of(dV, dW);
    }
}

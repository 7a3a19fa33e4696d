package weightroom.data;

import weightroom.engine.RandomStream;

/** Where the points of each generated source lie; the formulas stand with the constants of {@link DataSource}. */
final class Shapes {
    private Shapes() {}

    /**
     * What a point is drawn from. Classes take turns, so that any number of rows holds them evenly.
     *
     * @param index of the row, from 0
     * @param samples n
     * @param classes k
     */
    record Draw(int index, int samples, int classes, RandomStream random) {
        int label() {
            return index % classes;
        }

        /** 0 … 1, one draw in each of as many equal pieces as the class has rows, so that an arc is covered without gaps. */
        double along() {
            int rows = (samples - label() + classes - 1) / classes;
            int turn = index / classes;
            return (turn + random.nextDouble()) / rows;
        }
    }

    /** Places one point: fills in its inputs and gives its class or amount. */
    @FunctionalInterface
    interface Placement {
        double place(Draw draw, double[] x);
    }

    static Placement gate(int table) {
        return (draw, x) -> {
            int row = draw.index() % 4;
            x[0] = row >> 1;
            x[1] = row & 1;
            return table >> row & 1;
        };
    }

    static double xorClouds(Draw draw, double[] x) {
        double side = draw.random().nextDouble() < 0.5 ? -1 : 1;
        x[0] = side * draw.random().nextDouble(0.3, 5);
        x[1] = (draw.label() == 0 ? side : -side) * draw.random().nextDouble(0.3, 5);
        return draw.label();
    }

    static double circle(Draw draw, double[] x) {
        return draw.label() == 0 ? disc(draw, x, 0, 2.5) : disc(draw, x, 3.5, 5);
    }

    static double rings(Draw draw, double[] x) {
        double width = 5.0 / draw.classes();
        return disc(draw, x, width * (draw.label() + 0.1), width * (draw.label() + 0.9));
    }

    /** Somewhere between two radii, every radius and every angle alike. */
    private static double disc(Draw draw, double[] x, double inner, double outer) {
        double radius = draw.random().nextDouble(inner, outer);
        polar(x, radius, draw.random().nextDouble(0, 2 * Math.PI));
        return draw.label();
    }

    static double spiral(Draw draw, double[] x) {
        double t = draw.along();
        polar(x, 5 * t, 3.5 * Math.PI * t + Math.PI * draw.label());
        return draw.label();
    }

    static double moons(Draw draw, double[] x) {
        double angle = Math.PI * draw.along();
        double turn = draw.label() == 0 ? 1 : -1;
        x[0] = turn * (3.2 * StrictMath.cos(angle) - 1.6);
        x[1] = turn * (3.2 * StrictMath.sin(angle) - 0.8);
        return draw.label();
    }

    static double blobs(Draw draw, double[] x) {
        polar(x, 3.8, 2 * Math.PI * draw.label() / draw.classes());
        x[0] += 0.7 * draw.random().nextGaussian();
        x[1] += 0.7 * draw.random().nextGaussian();
        return draw.label();
    }

    static double gaussians(Draw draw, double[] x) {
        double centre = draw.label() == 0 ? -1.5 : 1.5;
        x[0] = centre + 1.2 * draw.random().nextGaussian();
        x[1] = centre + 1.2 * draw.random().nextGaussian();
        return draw.label();
    }

    static double checkerboard(Draw draw, double[] x) {
        uniform(draw, x, 5);
        return Math.floorMod((int) (Math.floor(x[0] / 2.5) + Math.floor(x[1] / 2.5)), 2);
    }

    static double line(Draw draw, double[] x) {
        uniform(draw, x, 1);
        return 2 * x[0] + 1 + (draw.index() % 10 == 9 ? 5 : 0);
    }

    static double sine(Draw draw, double[] x) {
        uniform(draw, x, Math.PI);
        return StrictMath.sin(x[0]);
    }

    static double polynomial(Draw draw, double[] x) {
        uniform(draw, x, 1);
        return 4 * x[0] * x[0] * x[0] - 3 * x[0];
    }

    static double plane(Draw draw, double[] x) {
        uniform(draw, x, 6);
        return (x[0] + x[1]) / 10;
    }

    static double bumps(Draw draw, double[] x) {
        uniform(draw, x, 6);
        double y = 0;
        for (int c1 = -3; c1 <= 3; c1 += 6) {
            for (int c2 = -3; c2 <= 3; c2 += 6) {
                double d1 = x[0] - c1;
                double d2 = x[1] - c2;
                y += (c1 == c2 ? -1 : 1) * StrictMath.exp(-(d1 * d1 + d2 * d2) / 4);
            }
        }
        return y;
    }

    private static void uniform(Draw draw, double[] x, double reach) {
        for (int j = 0; j < x.length; j++) {
            x[j] = draw.random().nextDouble(-reach, reach);
        }
    }

    private static void polar(double[] x, double radius, double angle) {
        x[0] = radius * StrictMath.sin(angle);
        x[1] = radius * StrictMath.cos(angle);
    }
}

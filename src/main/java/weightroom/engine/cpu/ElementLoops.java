package weightroom.engine.cpu;

import java.lang.invoke.MethodHandles;
import weightroom.engine.Activation;

/**
 * The loops of one activation; a template for {@link Specialized}. Short and long stretches have copies of their own: the
 * just-in-time compiler unrolls a loop for the turns it has seen, and a few short ones would narrow it for all.
 */
final class ElementLoops implements Elements {
    private static final Activation ACTIVATION =
            Specialized.constant(MethodHandles.lookup(), Elements.Kind.class).activation();

    @Override
    public void values(float[] z, float[] a, int from, int to, float alpha) {
        for (int i = from; i < to; i++) {
            a[i] = ACTIVATION.value(z[i], alpha);
        }
    }

    @Override
    public void slopes(float[] z, float[] a, float[] d, int from, int to, float alpha) {
        for (int i = from; i < to; i++) {
            d[i] *= ACTIVATION.slope(z[i], a[i], alpha);
        }
    }
}

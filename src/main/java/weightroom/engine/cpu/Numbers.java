package weightroom.engine.cpu;

import weightroom.engine.Layout;

/** All that training changes in one replica: θ, the optimizer's slots, and the running statistics of batch norm. */
final class Numbers {
    private final Layout layout;
    private final Tensors theta;
    private final Tensors[] slots;
    private final float[] running;

    Numbers(Arrangement arrangement, int slotCount) {
        layout = arrangement.layout();
        theta = new Tensors(arrangement);
        slots = new Tensors[slotCount];
        for (int k = 0; k < slotCount; k++) {
            slots[k] = new Tensors(arrangement);
        }
        running = new float[layout.total() - layout.trainable()];
    }

    Tensors theta() {
        return theta;
    }

    /** A slot; θ itself in place of one that the rule does not have, for nobody looks at it. */
    Tensors slot(int k) {
        return k < slots.length ? slots[k] : theta;
    }

    /** Means and variances, in the order of the layout from {@link Layout#trainable()} on. */
    float[] running() {
        return running;
    }

    void read(float[] parameters, float[][] toSlots) {
        theta.read(parameters);
        System.arraycopy(running, 0, parameters, layout.trainable(), running.length);
        for (int k = 0; k < slots.length; k++) {
            slots[k].read(toSlots[k]);
        }
    }

    void write(float[] parameters, float[][] fromSlots) {
        theta.write(parameters);
        System.arraycopy(parameters, layout.trainable(), running, 0, running.length);
        for (int k = 0; k < slots.length; k++) {
            slots[k].write(fromSlots[k]);
        }
    }

    void copyFrom(Numbers other) {
        theta.copyFrom(other.theta);
        System.arraycopy(other.running, 0, running, 0, running.length);
        for (int k = 0; k < slots.length; k++) {
            slots[k].copyFrom(other.slots[k]);
        }
    }

    boolean finite() {
        boolean finite = theta.finite() && Tensors.finiteSum(running) == 0f;
        for (Tensors slot : slots) {
            finite &= slot.finite();
        }
        return finite;
    }
}

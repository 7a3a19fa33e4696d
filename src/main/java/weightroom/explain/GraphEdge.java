package weightroom.explain;

/**
 * A tensor on its way from the operation that makes it to one that uses it, and on the way back that use's part of its
 * gradient.
 *
 * @param id its place in {@link ComputationGraph#edges()}
 * @param from node that makes it
 * @param to node that uses it
 * @param slot as which of that node's inputs, from 0
 * @param tensor what runs along it
 * @param gradient the part of ∂L/∂tensor that flows back here; empty where none does
 * @param backward phase in which it becomes known; {@link Quantity#NONE} where none flows
 */
public record GraphEdge(int id, int from, int to, int slot, int tensor, double[] gradient, int backward) {
    public boolean hasGradient() {
        return gradient.length > 0;
    }
}

package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenTest {
    @Test
    void orderAndRepetitionDoNotMatter() {
        Frozen frozen = Frozen.of(7, 2, 7, 0);
        assertEquals(Frozen.of(List.of(0, 2, 7)), frozen);
        assertEquals(Frozen.of(0, 2, 7).hashCode(), frozen.hashCode());
        assertNotEquals(Frozen.of(0, 2), frozen);
        assertArrayEquals(new int[] {0, 2, 7}, frozen.indices());
        assertEquals(3, frozen.size());
        assertTrue(frozen.contains(2));
        assertFalse(frozen.contains(3));
        assertSame(Frozen.NONE, Frozen.of());
    }

    @Test
    void nobodyCanChangeIt() {
        int[] given = {1, 2};
        Frozen frozen = Frozen.of(given);
        given[0] = 9;
        frozen.indices()[0] = 9;
        assertTrue(frozen.contains(1));
        assertFalse(frozen.contains(9));
    }

    @Test
    void flagsAreOneWhereSomethingIsFrozen() {
        assertArrayEquals(new float[] {0, 1, 0, 1, 0}, Frozen.of(3, 1).flags(5));
    }

    @Test
    void aNegativeIndexIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Frozen.of(3, -1));
    }

    @Test
    void aPlanRefusesWhatTheNetworkDoesNotHave() {
        Network network = new Network(2, List.of(new Layer(1, Activation.SIGMOID)), false);
        Replica plain = new Replica(1, Optimizer.SGD, 0.1);
        Plan plan = new Plan(network, Loss.MSE, 4, true, 10, plain.withFrozen(Frozen.of(2)));
        assertTrue(plan.replicas().get(0).withRateScale(0.5).frozen().contains(2));
        InvalidInput refused = assertThrows(
                InvalidInput.class, () -> new Plan(network, Loss.MSE, 4, true, 10, plain.withFrozen(Frozen.of(3))));
        assertEquals(
                "parameter 3 is frozen; this network has parameters 0 to 2 that training changes",
                refused.getMessage());
    }
}

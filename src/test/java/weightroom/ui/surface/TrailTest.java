package weightroom.ui.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import weightroom.engine.Optimizer;
import weightroom.surface.Ball;
import weightroom.surface.Spot;
import weightroom.surface.Surface;
import weightroom.surface.Walk;

class TrailTest {
    /** On f = x² + y² each step of descent multiplies x by 1 − 2η; what is shown is 6 wide, so 0.012 is a visible way. */
    private static Walk walk(double rate, int steps) {
        Walk walk = new Walk(Surface.BOWL, Ball.of(Optimizer.SGD, rate), new Spot(1, 0));
        assertTrue(walk.reach(steps, Integer.MAX_VALUE));
        return walk;
    }

    @Test
    void theBallStandsWhereItIsAndTheLineGoesOnToTheLastStep() {
        Walk walk = walk(0.1, 20);
        Trail trail = Trail.of(walk, 4, 12);
        assertEquals(13, trail.xs().length);
        assertEquals(4, trail.at());
        assertEquals(Math.pow(0.8, 4), trail.xs()[trail.at()], 1e-12);
        assertEquals(Math.pow(0.8, 12), trail.xs()[12], 1e-12);
    }

    @Test
    void placesThatNobodyCanTellApartAreLeftOutButNeverTheBallsOwn() {
        Walk walk = walk(0.001, 1000);
        Trail trail = Trail.of(walk, 501, 1000);
        assertTrue(trail.xs().length < 200, trail.xs().length + " places");
        assertEquals(walk.at(501).x().theta(), trail.xs()[trail.at()]);
        assertEquals(walk.at(1000).x().theta(), trail.xs()[trail.xs().length - 1]);
    }

    @Test
    void ofAWalkThatGoesToAndFroForEverTheOldestPlacesAreLeftOut() {
        Walk walk = walk(1, 5000);
        Trail trail = Trail.of(walk, 4999, 5000);
        assertTrue(trail.xs().length < 2000, trail.xs().length + " places");
        assertEquals(walk.at(4999).x().theta(), trail.xs()[trail.at()]);
        assertEquals(walk.at(5000).x().theta(), trail.xs()[trail.xs().length - 1]);
        Trail early = Trail.of(walk, 100, 5000);
        assertEquals(walk.at(100).x().theta(), early.xs()[early.at()]);
    }
}

package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Finds places for labels on straight links, so that no label touches another or a card: each as near to the middle of its
 * link as it can be, and on few other links. Links that come first choose first; where that leaves one without a place,
 * other orders are tried.
 */
final class LabelSearch {
    /** Between labels, and to cards. */
    static final double GAP = 4;

    private static final double STEP = 6;
    private static final int TRIES = 24;
    private static final double COST_OF_CROSSING = 0.22;
    private static final long SEED = 7;
    /** Shares of a label's width by which it may stand aside of its link. */
    private static final double[] SHIFTS = {0, -0.2, 0.2, -0.35, 0.35};

    private final List<double[]> links;
    private final List<Box> obstacles;
    private final double width;
    private final double height;
    private final List<List<Candidate>> candidates = new ArrayList<>();

    private record Candidate(Box box, double cost) {}

    /**
     * @param links x and y of the start and of the end of each
     * @param obstacles what no label may touch
     */
    LabelSearch(List<double[]> links, List<Box> obstacles, double width, double height) {
        this.links = links;
        this.obstacles = obstacles;
        this.width = width;
        this.height = height;
        links.forEach(link -> candidates.add(candidates(link)));
    }

    /** The label of each link; empty where there is no room left. */
    List<Optional<Box>> all() {
        if (candidates.stream().anyMatch(List::isEmpty)) {
            return inOrder(List.of());
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            order.add(i);
        }
        List<Optional<Box>> best = inOrder(order);
        double least = cost(best);
        order.sort(Comparator.comparingInt(i -> candidates.get(i).size()));
        Random random = new Random(SEED);
        for (int k = 0; k < TRIES && (missing(best) > 0 || k < 3); k++) {
            List<Optional<Box>> found = inOrder(order);
            double cost = cost(found);
            if (cost < least) {
                best = found;
                least = cost;
            }
            Collections.shuffle(order, random);
        }
        return best;
    }

    static long missing(List<Optional<Box>> labels) {
        return labels.stream().filter(Optional::isEmpty).count();
    }

    private double cost(List<Optional<Box>> labels) {
        double cost = 0;
        for (int i = 0; i < labels.size(); i++) {
            Optional<Box> label = labels.get(i);
            cost += label.isEmpty()
                    ? links.size()
                    : candidates.get(i).stream()
                            .filter(candidate -> candidate.box().equals(label.get()))
                            .findFirst()
                            .map(Candidate::cost)
                            .orElse(0.0);
        }
        return cost;
    }

    /** The same where links choose in this order, and the last may go without. */
    List<Optional<Box>> inOrder(List<Integer> order) {
        List<Optional<Box>> labels = new ArrayList<>();
        links.forEach(link -> labels.add(Optional.empty()));
        List<Box> taken = new ArrayList<>();
        for (int i : order) {
            for (Candidate candidate : candidates.get(i)) {
                if (isFree(candidate.box(), taken)) {
                    labels.set(i, Optional.of(candidate.box()));
                    taken.add(candidate.box());
                    break;
                }
            }
        }
        return labels;
    }

    private static boolean isFree(Box box, List<Box> others) {
        for (Box other : others) {
            if (box.near(other, GAP)) {
                return false;
            }
        }
        return true;
    }

    /** The places on a link that are free of cards, the best first; a label need not have the link in its middle. */
    private List<Candidate> candidates(double[] link) {
        List<Candidate> found = new ArrayList<>();
        double length = Math.hypot(link[2] - link[0], link[3] - link[1]);
        int steps = 2 * Math.max(1, (int) Math.ceil(length / STEP / 2));
        for (int k = 1; k < steps; k++) {
            double t = (double) k / steps;
            double x = link[0] + t * (link[2] - link[0]);
            double y = link[1] + t * (link[3] - link[1]);
            double onOthers = -1;
            for (double shift : SHIFTS) {
                Box box = new Box(Math.round(x - width * (0.5 + shift)), Math.round(y - height / 2), width, height);
                if (isFree(box, obstacles)) {
                    onOthers = onOthers < 0 ? COST_OF_CROSSING * crossings(box, link) : onOthers;
                    found.add(new Candidate(box, Math.abs(t - 0.5) + Math.abs(shift) + onOthers));
                }
            }
        }
        found.sort((a, b) -> Double.compare(a.cost(), b.cost()));
        return found;
    }

    private int crossings(Box box, double[] own) {
        int crossings = 0;
        for (double[] link : links) {
            if (!Arrays.equals(link, own) && box.crossedBy(link[0], link[1], link[2], link[3])) {
                crossings++;
            }
        }
        return crossings;
    }
}

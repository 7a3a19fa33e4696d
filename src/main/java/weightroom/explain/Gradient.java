package weightroom.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.arithmetic.Shown;
import weightroom.explain.Added.Part;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Factors;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Over;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.WithNumbers;

/** Derivations of ∂L by a parameter: of one row along every way to the loss, of a batch by its rows. */
final class Gradient {
    private final Ground ground;
    private final Quantity slope;
    private final Quantity parameter;
    private final int most;
    private final List<Section> sections = new ArrayList<>();

    /** @param slope ∂L by a parameter */
    Gradient(Ground ground, Quantity slope, int most) {
        this.ground = ground;
        this.slope = slope;
        this.most = most;
        parameter = slope.plain();
    }

    /** The whole, or what a row has in it. */
    List<Section> of(int row) {
        if (row == Derivation.ALL) {
            rows();
        } else if (parameter.kind() == Kind.ALPHA) {
            units(row);
        } else {
            inRow(row);
        }
        return sections;
    }

    // ---- a batch

    private void rows() {
        List<Part> parts = new ArrayList<>();
        for (int s = 0; s < ground.n(); s++) {
            parts.add(ofRow(s));
        }
        String n = String.valueOf(ground.n());
        String sum = "\\sum_{s} ";
        sections.add(
                new InSymbols(ground.latex(slope), List.of(sum + parts.get(0).symbols())));
        double value = ground.value(slope, 0);
        sections.add(Added.of(Over.ROWS, parts, most, value));
        result(ground.latex(slope), value);
        sections.add(new Remark(Text.of("remark.mean", n)));
    }

    private Part ofRow(int s) {
        Optional<Section.Lead> lead = Optional.of(ground.lead(slope, s));
        if (parameter.kind() == Kind.ALPHA) {
            return new Part(ground.row(s), overUnits(), shown -> "", ofUnits(s), lead);
        }
        List<Piece> factors = near(s);
        return Added.product(ground.row(s), factors, product(factors), lead);
    }

    /** ∂L by what the parameter goes into, and that by the parameter. */
    private List<Piece> near(int s) {
        Pieces pieces = new Pieces(ground, s);
        boolean sum = parameter.kind() != Kind.WEIGHT;
        Quantity next =
                sum ? Quantity.unit(Kind.SUM, slope.layer(), slope.unit()) : ground.linear(slope.layer(), slope.unit());
        Quantity by = next.as(next.kind().derivative());
        return List.of(pieces.carried(by, ground.latex(by)), pieces.parameter(parameter));
    }

    // ---- α, which all units of a layer share

    private double ofUnits(int s) {
        double sum = 0;
        for (int u = 0; u < ground.layer(slope.layer()).units(); u++) {
            sum += product(byAlpha(s, u));
        }
        return sum;
    }

    private String overUnits() {
        int l = slope.layer();
        return ground.symbols().overUnits(l, ground.drops(l));
    }

    private List<Piece> byAlpha(int s, int u) {
        Pieces pieces = new Pieces(ground, s);
        int l = slope.layer();
        Quantity by = Quantity.unit(ground.drops(l) ? Kind.D_RESPONSE : Kind.D_ACTIVATION, l, u);
        return List.of(pieces.carried(by, ground.latex(by)), pieces.byAlpha(l, u));
    }

    private void units(int s) {
        List<Part> parts = new ArrayList<>();
        for (int u = 0; u < ground.layer(slope.layer()).units(); u++) {
            List<Piece> factors = byAlpha(s, u);
            String label = ground.symbols().unit(slope.layer(), u);
            parts.add(Added.product(
                    label, factors, product(factors), factors.get(0).lead()));
        }
        String symbols = parts.size() <= 3
                ? String.join(" + ", parts.stream().map(Part::symbols).toList())
                : overUnits();
        sections.add(new InSymbols(left(s), List.of(symbols)));
        double value = ofUnits(s);
        sections.add(Added.of(Over.UNITS, parts, most, value));
        result(left(s), value);
    }

    // ---- one row

    private void inRow(int s) {
        int l = slope.layer();
        int u = slope.unit();
        Pieces pieces = new Pieces(ground, s);
        List<Piece> factors = new ArrayList<>();
        boolean single = ways(l).equals(BigInteger.ONE);
        boolean coupled = coupled();
        if (ground.measures(l) && parameter.kind() == Kind.WEIGHT) {
            factors.addAll(near(s));
        } else {
            if (l == ground.last()) {
                factors.addAll(pieces.output(u));
            } else if (single && !coupled) {
                factors.addAll(pieces.along(new int[ground.last() - l], l, u));
                factors.addAll(pieces.unit(l, u));
            } else {
                factors.addAll(new Backward(ground, s, most).toSum(l, u));
            }
            if (parameter.kind() == Kind.WEIGHT && ground.layer(l).batchNorm()) {
                factors.add(pieces.norm(l, u));
            }
            factors.add(pieces.parameter(parameter));
        }
        double value = ground.n() == 1 ? ground.value(slope, 0) : product(near(s));
        Multiplied product = Multiplied.of(factors, value);
        inSymbols(product, s, single || coupled);
        sections.add(new Factors(product.factors()));
        if (!single && !coupled) {
            paths(s, value);
        }
        sections.add(new WithNumbers(List.of(product.numbers())));
        result(left(s), value);
    }

    /** Whether batch norm stands between the parameter and the loss, so that a row's loss also changes with other rows. */
    private boolean coupled() {
        int l = slope.layer();
        return ground.measures(l) && parameter.kind() == Kind.WEIGHT || ground.measuresFrom(l + 1);
    }

    /**
     * What a row's product is: all of ∂L/∂θ, or what the row adds to it. Only where rows are not coupled is that the slope of
     * the row's own loss.
     */
    private String left(int s) {
        if (ground.perceptron()) {
            return "g";
        }
        if (coupled()) {
            return "\\text{" + ground.row(s) + "}";
        }
        return ground.n() == 1
                ? ground.latex(slope)
                : "\\frac{1}{" + ground.n() + "} \\cdot "
                        + Symbols.slope(ground.ofRow("L", s), ground.latex(parameter));
    }

    private void inSymbols(Multiplied product, int s, boolean whole) {
        int l = slope.layer();
        int u = slope.unit();
        List<String> right = new ArrayList<>();
        right.add(product.symbols());
        if (!whole && l < ground.last()) {
            String carried = ground.symbols().carriedBack(l + 1, u);
            String first = product.factors().get(0).symbol();
            right.add("\\left(" + carried + "\\right)" + product.symbols().substring(first.length()));
        }
        sections.add(new InSymbols(left(s), right));
    }

    private BigInteger ways(int l) {
        BigInteger ways = BigInteger.ONE;
        for (int k = l + 1; k <= ground.last(); k++) {
            ways = ways.multiply(BigInteger.valueOf(ground.layer(k).units()));
        }
        return ways;
    }

    private void paths(int s, double value) {
        int l = slope.layer();
        int u = slope.unit();
        Pieces pieces = new Pieces(ground, s);
        List<Piece> end = new ArrayList<>(pieces.unit(l, u));
        if (parameter.kind() == Kind.WEIGHT && ground.layer(l).batchNorm()) {
            end.add(pieces.norm(l, u));
        }
        end.add(pieces.parameter(parameter));
        double ending = product(end);
        Paths paths = new Paths(ground, s, l);
        List<Part> parts = new ArrayList<>();
        for (Paths.Way way : paths.largest(u, most)) {
            List<Piece> factors = new ArrayList<>(pieces.along(way.units(), l, u));
            factors.addAll(end);
            Quantity next = ground.linear(l + 1, way.units()[0]);
            Optional<Section.Lead> lead =
                    Optional.of(ground.lead(next.as(next.kind().derivative()), s));
            parts.add(Added.product(label(way.units()), factors, way.product() * ending, lead));
        }
        sections.add(Added.of(Over.PATHS, parts, paths.count(), Math.abs(ending) * paths.sizes(u), value));
    }

    private String label(int[] way) {
        List<String> stops = new ArrayList<>();
        int l = slope.layer();
        if (parameter.kind() == Kind.WEIGHT) {
            stops.add(ground.symbols().source(l, parameter.input()));
        }
        stops.add(ground.symbols().unit(l, slope.unit()));
        for (int i = 0; i < way.length; i++) {
            stops.add(ground.symbols().unit(l + 1 + i, way[i]));
        }
        return String.join(" → ", stops);
    }

    private static double product(List<Piece> factors) {
        double product = 1;
        for (Piece factor : factors) {
            product *= factor.value();
        }
        return product;
    }

    private void result(String symbol, double value) {
        String meaning = ground.perceptron()
                ? ground.symbols().corrected(parameter, value)
                : ground.symbols().meaning(slope, value);
        sections.add(new Result(symbol, Shown.card(value), meaning));
        if (ground.perceptron()) {
            sections.add(new Remark(Text.of("remark.perceptron")));
        }
    }
}

package weightroom.ui.explain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import weightroom.arithmetic.Shown;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Section;
import weightroom.explain.Section.Factor;

/**
 * Which parts of a derivation may be seen in the present phase.
 *
 * @param explained what the derivation is of
 * @param known whether a number has come up
 */
record Revealed(Pass pass, Quantity explained, Predicate<Quantity> known) {
    /** In the place of a number that is still to come. */
    static final String UNKNOWN = "?";

    /** What is worked out: the slope for a parameter, else the number itself. */
    static Quantity target(Quantity explained) {
        return explained.kind().parameter() ? explained.as(explained.kind().derivative()) : explained;
    }

    /** Whether a number is one for all rows that go through. */
    static boolean ofAllRows(Quantity quantity) {
        return quantity.equals(Quantity.LOSS)
                || quantity.equals(Quantity.PENALTY)
                || target(quantity).plain().kind().parameter()
                || quantity.kind().name().startsWith("NEW_");
    }

    /** The phase with which a part comes, where all of it is still to come. */
    Optional<Phase> ahead(Section section) {
        if (section instanceof Section.InSymbols || section instanceof Section.Remark) {
            return Optional.empty();
        }
        if (section instanceof Section.Factors factors) {
            return factors.factors().stream().anyMatch(this::knows)
                    ? Optional.empty()
                    : factors.factors().stream()
                            .map(this::decides)
                            .min(Comparator.comparingInt(this::place))
                            .map(this::phase);
        }
        boolean update = section instanceof Section.Given || section instanceof Section.Step;
        Quantity target = target(explained);
        Quantity decides = update ? target.as(target.kind().plain().updated()) : target;
        return known.test(decides) ? Optional.empty() : Optional.of(phase(decides));
    }

    /** Whether a factor's number may be seen. */
    boolean knows(Factor factor) {
        return known.test(decides(factor));
    }

    /** As much of a derivation as may be seen; numbers that are still to come are question marks. */
    Derivation seen(Derivation derivation) {
        List<Section> sections = derivation.sections().stream()
                .filter(section -> ahead(section).isEmpty())
                .map(section -> section instanceof Section.Factors factors ? seen(factors) : section)
                .toList();
        return new Derivation(derivation.quantity(), derivation.row(), derivation.title(), sections);
    }

    private Section seen(Section.Factors factors) {
        return new Section.Factors(factors.factors().stream()
                .map(factor -> knows(factor) ? factor : hidden(factor))
                .toList());
    }

    private static Factor hidden(Factor factor) {
        Shown unknown = new Shown(0, BigDecimal.ZERO, UNKNOWN);
        return new Factor(factor.symbol(), factor.formula(), "", unknown, factor.lead(), factor.remark());
    }

    private Quantity decides(Factor factor) {
        return factor.lead().map(Section.Lead::quantity).orElse(target(explained));
    }

    private Phase phase(Quantity quantity) {
        return pass.phases().get(place(quantity));
    }

    private int place(Quantity quantity) {
        return Phase.revealing(pass.phases(), quantity);
    }

    /** The parameter that this is the slope by, with which it is explained; anything else itself. */
    static Quantity plain(Quantity target) {
        return target.kind().plain().parameter() ? target.plain() : target;
    }
}

package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import weightroom.explain.Derivation;
import weightroom.explain.Section;

/** The parts of a derivation below each other. Boxes are kept, and filled anew when another number is chosen. */
final class PanelSections extends VBox {
    /** It begins with a heading, beside which there is room for tools. */
    private static final PseudoClass SYMBOLS = PseudoClass.getPseudoClass("symbols");

    private final Kept<Section.InSymbols, SymbolsBox> symbols;
    private final Kept<Section.Factors, FactorsBox> factors;
    private final Kept<Section.Terms, TermsBox> terms;
    private final Kept<Section, LinesBox> numbers;
    private final Kept<Section, LinesBox> lines;
    private final Kept<Section, LinesBox> steps;
    private final Kept<Section.Result, ResultBox> results;
    private final Kept<Section.Check, AgreementBox> checks;
    private final Kept<Section.Remark, RemarkBox> remarks;

    PanelSections(PanelMeans means) {
        getStyleClass().add("formula-sections");
        symbols = new Kept<>(() -> new SymbolsBox(means));
        factors = new Kept<>(() -> new FactorsBox(means));
        terms = new Kept<>(() -> new TermsBox(means));
        numbers = new Kept<>(() -> new LinesBox(means, "with-numbers"));
        lines = new Kept<>(() -> new LinesBox(means, "lines"));
        steps = new Kept<>(() -> new LinesBox(means, "step"));
        results = new Kept<>(() -> new ResultBox(means));
        checks = new Kept<>(AgreementBox::new);
        remarks = new Kept<>(RemarkBox::new);
    }

    /** Boxes of one kind: those in use first. */
    private static final class Kept<S extends Section, B extends SectionBox<S>> {
        private final Supplier<B> maker;
        private final List<B> boxes = new ArrayList<>();
        private int used;

        Kept(Supplier<B> maker) {
            this.maker = maker;
        }

        B filled(S section, Revealed revealed) {
            if (used == boxes.size()) {
                boxes.add(maker.get());
            }
            B box = boxes.get(used++);
            box.show(section, revealed);
            return box;
        }
    }

    void show(Derivation derivation, Revealed revealed) {
        for (Kept<?, ?> kept : List.of(symbols, factors, terms, numbers, lines, steps, results, checks, remarks)) {
            kept.used = 0;
        }
        List<Node> wanted = new ArrayList<>();
        for (Section section : derivation.sections()) {
            wanted.add(box(section, revealed));
        }
        if (!wanted.equals(getChildren())) {
            getChildren().setAll(wanted);
            pseudoClassStateChanged(SYMBOLS, !wanted.isEmpty() && wanted.get(0) instanceof SymbolsBox);
        }
    }

    private Node box(Section section, Revealed revealed) {
        if (section instanceof Section.InSymbols one) {
            return symbols.filled(one, revealed);
        }
        if (section instanceof Section.Factors one) {
            return factors.filled(one, revealed);
        }
        if (section instanceof Section.Terms one) {
            return terms.filled(one, revealed);
        }
        if (section instanceof Section.Result one) {
            return results.filled(one, revealed);
        }
        if (section instanceof Section.Check one) {
            return checks.filled(one, revealed);
        }
        if (section instanceof Section.Remark one) {
            return remarks.filled(one, revealed);
        }
        if (section instanceof Section.WithNumbers) {
            return numbers.filled(section, revealed);
        }
        return section instanceof Section.Step ? steps.filled(section, revealed) : lines.filled(section, revealed);
    }
}

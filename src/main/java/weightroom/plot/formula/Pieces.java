package weightroom.plot.formula;

import java.util.ArrayList;
import java.util.List;
import weightroom.formula.Formula;
import weightroom.formula.Formula.Row;
import weightroom.formula.Role;

/** Cuts formulas where a line may break. */
final class Pieces {
    /** In em: shorter formulas stay whole. */
    private static final double WHOLE = 6;

    private Pieces() {}

    static List<Formula> of(Formula formula) {
        if (!(formula instanceof Row row) || Setter.set(formula, Style.TEXT).width() <= WHOLE) {
            return List.of(formula);
        }
        List<Formula> items = row.items();
        List<Role> roles = Spacing.roles(items);
        List<Formula> pieces = new ArrayList<>();
        List<Formula> piece = new ArrayList<>();
        int open = 0;
        for (int i = 0; i < items.size(); i++) {
            Role role = roles.get(i);
            piece.add(items.get(i));
            open += role == Role.OPEN ? 1 : role == Role.CLOSE ? -1 : 0;
            boolean joint = role == Role.RELATION || role == Role.BINARY || role == Role.PUNCTUATION;
            if (joint && open == 0 && i + 1 < items.size()) {
                // What follows gives the sign its space.
                piece.add(Row.EMPTY);
                pieces.add(new Row(piece));
                piece = new ArrayList<>();
            }
        }
        pieces.add(new Row(piece));
        return pieces;
    }
}

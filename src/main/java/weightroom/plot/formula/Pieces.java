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

    /** Share of the whole that a line takes at most, if it can. */
    private static final double MOST_OF_IT = 0.62;
    /** Less than this share of it does not begin a new line. */
    private static final double WORTH_A_LINE = 0.25;
    /** Of a line that goes on with the one before. */
    private static final double INDENT = 1.5;

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

    /**
     * Lines of a formula that is too wide for one: what wide space parts stands on lines of its own; otherwise it goes on
     * below, before a relation, a plus or a minus, and indented.
     */
    static List<Formula> lines(Formula formula) {
        if (!(formula instanceof Row row)) {
            return List.of(formula);
        }
        List<Formula> statements = statements(row.items());
        return statements.size() > 1 ? statements : continued(row.items());
    }

    private static List<Formula> statements(List<Formula> items) {
        List<Formula> statements = new ArrayList<>();
        List<Formula> statement = new ArrayList<>();
        for (Formula item : items) {
            if (item instanceof Formula.Space space && space.width() >= 1) {
                statements.add(new Row(statement));
                statement = new ArrayList<>();
            } else {
                statement.add(item);
            }
        }
        statements.add(new Row(statement));
        return statements;
    }

    private static List<Formula> continued(List<Formula> items) {
        double all = width(items);
        List<Role> roles = Spacing.roles(items);
        List<Formula> lines = new ArrayList<>();
        List<Formula> line = new ArrayList<>();
        int open = 0;
        int related = 0;
        int broken = 0;
        for (int i = 0; i < items.size(); i++) {
            Role role = roles.get(i);
            boolean joint = role == Role.BINARY || role == Role.RELATION;
            if (joint && open == 0 && related > 0 && line.size() > 1) {
                double longer = width(items.subList(broken, nextJoint(roles, i)));
                double rest = width(items.subList(i, items.size()));
                if (longer > all * MOST_OF_IT && rest > all * WORTH_A_LINE) {
                    lines.add(new Row(line));
                    // What stands before a sign gives it its space.
                    line = new ArrayList<>(List.of(new Formula.Space(INDENT), Row.EMPTY));
                    broken = i;
                }
            }
            open += role == Role.OPEN ? 1 : role == Role.CLOSE ? -1 : 0;
            related += role == Role.RELATION ? 1 : 0;
            line.add(items.get(i));
        }
        lines.add(new Row(line));
        return lines;
    }

    private static double width(List<Formula> items) {
        return Setter.set(new Row(items), Style.DISPLAY).width();
    }

    private static int nextJoint(List<Role> roles, int from) {
        int open = 0;
        for (int i = from + 1; i < roles.size(); i++) {
            Role role = roles.get(i);
            open += role == Role.OPEN ? 1 : role == Role.CLOSE ? -1 : 0;
            if (open == 0 && (role == Role.BINARY || role == Role.RELATION)) {
                return i;
            }
        }
        return roles.size();
    }
}

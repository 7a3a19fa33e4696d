package weightroom.plot.formula;

import java.util.ArrayList;
import java.util.List;
import weightroom.formula.Formula;
import weightroom.formula.Role;

/** Space between parts by their roles (The TeXbook, chapter 18). */
final class Spacing {
    /**
     * A row for each role on the left, a column for each on the right, in the order of {@link Role}. Large letters stand for
     * thin, medium and thick space that is left out in indices; T for thin space everywhere.
     */
    private static final String[] TABLE = {
        "0TMB000A", "TT0B000A", "MM00M00M", "BB00B00B", "00000000", "0TMB000A", "AA0AAAAA", "ATMBA0AA",
    };

    private static final double THIN = 3 / 18.0;
    private static final double MEDIUM = 4 / 18.0;
    private static final double THICK = 5 / 18.0;

    private Spacing() {}

    /** In em of the style. */
    static double between(Role left, Role right, boolean script) {
        char entry = TABLE[left.ordinal()].charAt(right.ordinal());
        return switch (entry) {
            case 'T' -> THIN;
            case 'A' -> script ? 0 : THIN;
            case 'M' -> script ? 0 : MEDIUM;
            case 'B' -> script ? 0 : THICK;
            default -> 0;
        };
    }

    /** The roles of the parts of a row; a sign that has nothing to join is an ordinary one, as the minus of −1. */
    static List<Role> roles(List<Formula> items) {
        List<Role> roles = new ArrayList<>();
        Role before = Role.OPEN;
        for (Formula item : items) {
            Role role = role(item);
            if (role == Role.BINARY && !endsOperand(before)) {
                role = Role.ORDINARY;
            }
            boolean closes = role == Role.RELATION || role == Role.CLOSE || role == Role.PUNCTUATION;
            if (closes && before == Role.BINARY) {
                roles.set(roles.size() - 1, Role.ORDINARY);
            }
            roles.add(role);
            if (!(item instanceof Formula.Space)) {
                before = role;
            }
        }
        if (before == Role.BINARY) {
            roles.set(roles.size() - 1, Role.ORDINARY);
        }
        return roles;
    }

    private static boolean endsOperand(Role role) {
        return role == Role.ORDINARY || role == Role.CLOSE || role == Role.INNER;
    }

    static Role role(Formula formula) {
        if (formula instanceof Formula.Symbol symbol) {
            return symbol.role();
        }
        if (formula instanceof Formula.Scripts scripts) {
            return role(scripts.base());
        }
        if (formula instanceof Formula.Colored colored) {
            return role(colored.body());
        }
        if (formula instanceof Formula.Name || formula instanceof Formula.Big) {
            return Role.OPERATOR;
        }
        boolean inner = formula instanceof Formula.Fraction || formula instanceof Formula.Fenced;
        return inner ? Role.INNER : Role.ORDINARY;
    }
}

package weightroom.ui.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.formula.FormulaParser;
import weightroom.plot.formula.FormulaView;

/**
 * Formulas that were shown and may be shown again: laying one out takes longer than moving it. Those of the vocabulary come
 * again with nearly every number that is chosen.
 */
final class FormulaPool {
    private static final int MOST_KEPT = 300;

    /** What a formula looks like on one line, and on several where it is too long and can be broken. */
    static final class Setting {
        private final String latex;
        private final FormulaView whole;
        private Optional<FormulaView> broken = Optional.empty();
        private List<FormulaView> pieces = List.of();
        private boolean tried;

        private Setting(String latex) {
            this.latex = latex;
            whole = FormulaView.display(FormulaParser.parse(latex));
        }

        String latex() {
            return latex;
        }

        FormulaView whole() {
            return whole;
        }

        /** In pieces between which a line may end; laid out when it is first needed. */
        List<FormulaView> pieces() {
            if (pieces.isEmpty()) {
                pieces = FormulaView.pieces(whole.formula());
            }
            return pieces;
        }

        /** Laid out when it is first needed: few formulas are too long. */
        FormulaView broken() {
            if (!tried) {
                tried = true;
                broken = FormulaView.broken(whole.formula());
            }
            return broken.orElse(whole);
        }
    }

    private final Map<String, Deque<Setting>> free = new HashMap<>();
    /** In the order in which they were given back, the oldest first. */
    private final Map<Setting, Boolean> order = new LinkedHashMap<>();

    /** One that nobody shows, in display style. */
    Setting take(String latex) {
        Deque<Setting> same = free.get(latex);
        if (same != null) {
            Setting setting = same.pop();
            forget(setting, same);
            return setting;
        }
        return new Setting(latex);
    }

    /** Takes back what is no longer shown. */
    void give(Setting setting) {
        free.computeIfAbsent(setting.latex(), key -> new ArrayDeque<>()).push(setting);
        order.put(setting, true);
        if (order.size() > MOST_KEPT) {
            Setting oldest = order.keySet().iterator().next();
            Deque<Setting> same = free.getOrDefault(oldest.latex(), new ArrayDeque<>());
            same.remove(oldest);
            forget(oldest, same);
        }
    }

    private void forget(Setting setting, Deque<Setting> same) {
        order.remove(setting);
        if (same.isEmpty()) {
            free.remove(setting.latex());
        }
    }
}

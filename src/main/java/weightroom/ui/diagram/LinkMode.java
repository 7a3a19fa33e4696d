package weightroom.ui.diagram;

import weightroom.engine.Term;
import weightroom.ui.kit.Messages;

/** What the links of the diagram show. */
enum LinkMode implements Term {
    WEIGHT("weight", "w"),
    GRADIENT("gradient", "∂L/∂w"),
    UPDATE("update", "Δw = w after − w before");

    private final String id;
    private final String formula;

    LinkMode(String id, String formula) {
        this.id = id;
        this.formula = formula;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return Messages.text("links." + id);
    }

    @Override
    public String formula() {
        return formula;
    }

    @Override
    public String help() {
        return Messages.text("links." + id + ".help");
    }
}

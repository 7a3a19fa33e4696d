package weightroom.ui.surface;

import weightroom.engine.Term;
import weightroom.ui.kit.Messages;

/** How a surface is shown. */
enum ShowOf implements Term {
    MAP("map"),
    RELIEF("relief"),
    BOTH("both");

    private final String id;

    ShowOf(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return Messages.text("surface.show." + id);
    }

    @Override
    public String formula() {
        return "f(x, y)";
    }

    @Override
    public String help() {
        return Messages.text("surface.show." + id + ".help");
    }
}

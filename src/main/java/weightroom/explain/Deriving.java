package weightroom.explain;

import java.util.ArrayList;
import java.util.List;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;

/** Makes the derivation of one number. */
final class Deriving {
    private final Ground ground;
    private final Quantity asked;
    private final int row;
    private final int most;

    Deriving(Pass pass, Quantity asked, int row, int most) {
        ground = new Ground(pass);
        this.asked = known(asked);
        this.row = pass.sample().n() == 1 ? 0 : row;
        this.most = most;
    }

    /** The same number by the name that it has where a layer lacks batch norm or dropout. */
    private Quantity known(Quantity quantity) {
        int l = quantity.layer();
        return switch (quantity.kind()) {
            case LINEAR -> ground.linear(l, quantity.unit());
            case RESPONSE -> ground.response(l, quantity.unit());
            case D_LINEAR -> ground.layer(l).batchNorm() ? quantity : quantity.as(Kind.D_SUM);
            case D_RESPONSE -> ground.drops(l) ? quantity : quantity.as(Kind.D_ACTIVATION);
            default -> quantity;
        };
    }

    Derivation derivation() {
        return new Derivation(asked, row, title(), finite() ? sections() : List.of(infinite()));
    }

    private String title() {
        String name = ground.symbols().name(asked);
        if (ground.n() == 1 || row == Derivation.ALL) {
            return name;
        }
        boolean ofAll = asked.plain().kind().parameter() || asked.kind() == Kind.LOSS;
        return Text.of(ofAll ? "title.row" : "title.of", name, ground.row(row));
    }

    /** Whether this pass has only numbers that can be written. */
    private boolean finite() {
        if (!Double.isFinite(ground.pass().loss())) {
            return false;
        }
        for (double slope : ground.pass().gradient()) {
            if (!Double.isFinite(slope)) {
                return false;
            }
        }
        return true;
    }

    private Section infinite() {
        return new Remark(Text.of("remark.infinite"));
    }

    private List<Section> sections() {
        Kind kind = asked.kind();
        int s = Math.max(row, 0);
        Quantity plain = asked.plain();
        if (kind == Kind.LOSS) {
            return new Whole(ground, most).loss(row);
        }
        if (kind == Kind.PENALTY) {
            return new Whole(ground, most).penalty();
        }
        if (plain.kind().parameter()) {
            return ofParameter(plain);
        }
        return kind.gradient() ? new Backward(ground, s, most).of(asked) : new Forward(ground, s, most).of(asked);
    }

    private List<Section> ofParameter(Quantity parameter) {
        boolean whole = ground.n() == 1 || row == Derivation.ALL;
        Quantity slope = parameter.as(parameter.kind().derivative());
        boolean updated = asked.kind() == parameter.kind().updated();
        List<Section> sections = new ArrayList<>();
        if (!updated) {
            sections.addAll(new Gradient(ground, slope, most).of(row));
            if (whole && !ground.perceptron()) {
                sections.add(Checks.of(ground.pass(), slope));
            }
        }
        if (!whole) {
            return sections;
        }
        Steps steps = new Steps(ground, parameter);
        steps.penalty().ifPresent(sections::add);
        if (asked.kind().gradient()) {
            return sections;
        }
        steps.given().ifPresent(sections::add);
        if (steps.frozen()) {
            sections.add(new Remark(Text.of("remark.frozen", ground.symbols().text(parameter))));
        } else if (steps.finite()) {
            sections.add(steps.step());
        } else {
            sections.add(new Remark(Text.of("remark.nostep", ground.symbols().text(parameter))));
            return sections;
        }
        if (updated) {
            sections.add(new Result(ground.latex(asked), ground.card(asked, 0), ""));
        }
        return sections;
    }
}

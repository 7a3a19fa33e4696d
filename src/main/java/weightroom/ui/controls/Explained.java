package weightroom.ui.controls;

import weightroom.experiment.Setting;
import weightroom.ui.kit.Messages;

/** What the tooltip of a setting says: what it does and what raising it causes, its formula, and when it is felt. */
final class Explained {
    private Explained() {}

    /** Short, and good for style sheets and tests: the last part of a path, with the one before it where that is needed. */
    static String id(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return path.startsWith("training.clip.")
                ? "clip-" + last
                : path.startsWith("training.stop.")
                        ? "stop-" + last
                        : path.startsWith("training.schedule.")
                                ? "schedule-" + last
                                : path.startsWith("start.") ? path.substring(6).replace('.', '-') : last;
    }

    /** The name as the column has room for. */
    static String name(Setting setting) {
        if (setting.path().matches("network\\.layers\\.[0-9]+\\.(units|activation)")) {
            String[] parts = setting.path().split("\\.");
            return Messages.text("name.layer." + parts[3], Integer.parseInt(parts[2]) + 1);
        }
        String key = "name." + setting.path();
        return Messages.has(key) ? Messages.text(key) : setting.label();
    }

    static String help(Setting setting) {
        StringBuilder text = new StringBuilder(setting.label()).append('\n').append(setting.help());
        String formula = "formula." + setting.path();
        if (Messages.has(formula)) {
            text.append('\n').append(Messages.text(formula));
        }
        return text.append('\n').append(effect(setting.effect())).toString();
    }

    /** When a change is felt. */
    static String effect(Setting.Effect effect) {
        return Messages.text(effect == Setting.Effect.LIVE ? "effect.live" : "effect.fresh");
    }

    /** A help text of the bundle, and when the change is felt. */
    static String help(String key, Setting.Effect effect) {
        return Messages.text(key) + "\n" + effect(effect);
    }
}

package weightroom.ui.explain;

import javafx.scene.paint.Color;

/** The colours of the network's cards, each a property for style sheets: {@code .network-cards { -card-text: … }}. */
enum CardInk {
    /** What the cards lie on. */
    GROUND("-card-ground", "#12161c"),
    CARD("-card-fill", "#181d25"),
    BORDER("-card-border", "#3a4350"),
    RULE("-card-rule", "#2a313c"),
    TEXT("-card-text", "#e8ebf0"),
    SOFT("-card-soft", "#b1bac6"),
    MUTED("-card-muted", "#8d97a5"),
    FORWARD("-card-forward", "#2cc5b4"),
    BACKWARD("-card-backward", "#f4668f"),
    /** Behind what is chosen. */
    CHOSEN("-card-chosen", "#3d2030"),
    ACCENT("-card-accent", "#8b7cf6"),
    POSITIVE("-card-positive", "#2b95d6"),
    NEGATIVE("-card-negative", "#f59322");

    private final String property;
    private final Color fallback;

    CardInk(String property, String fallback) {
        this.property = property;
        this.fallback = Color.web(fallback);
    }

    String property() {
        return property;
    }

    Color fallback() {
        return fallback;
    }
}

package weightroom.ui.diagram;

import javafx.scene.paint.Color;

/** The colours of the diagram, each a property for style sheets: {@code .network-canvas { -diagram-text: … }}. */
enum DiagramInk {
    /** What the diagram stands on. */
    GROUND("-diagram-ground", "#f3f5f7"),
    /** Tiles that nothing is known of yet. */
    TILE("-diagram-tile", "#f1f3f5"),
    BORDER("-diagram-border", "#c3cad2"),
    TEXT("-diagram-text", "#18202a"),
    MUTED("-diagram-muted", "#626d7b"),
    ACCENT("-diagram-accent", "#5a49d6"),
    BAD("-diagram-bad", "#c03a2b"),
    WARN("-diagram-warn", "#8f6400"),
    LINK_NEGATIVE("-diagram-link-negative", "#f59322"),
    LINK_POSITIVE("-diagram-link-positive", "#0877bd"),
    /** The low end, the middle and the high end of the scale of tiles and biases. */
    NEGATIVE("-diagram-negative", "#f59322"),
    MIDDLE("-diagram-middle", "#e8eaeb"),
    POSITIVE("-diagram-positive", "#0877bd");

    private final String property;
    private final Color fallback;

    DiagramInk(String property, String fallback) {
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

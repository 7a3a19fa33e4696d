package weightroom.ui.explain;

import javafx.scene.control.Label;
import weightroom.explain.Section;
import weightroom.ui.kit.Controls;

/** A sentence. */
final class RemarkBox extends SectionBox<Section.Remark> {
    private final Label sentence = Controls.label("", "remark");

    RemarkBox() {
        super("remark-section");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setFocusTraversable(true);
        body().getChildren().add(sentence);
    }

    @Override
    String heading(Section.Remark section) {
        return "";
    }

    @Override
    void fill(Section.Remark section, Revealed revealed) {
        sentence.setText(section.sentence());
    }
}

package weightroom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FontsTest {
    @Test
    void theShippedFontLoadsInAllItsWeights() {
        assertThat(Fonts.load()).isEqualTo(4);
        assertThat(Font.getFamilies()).contains("Inter", "Inter Medium", "Inter Semi Bold");
    }
}

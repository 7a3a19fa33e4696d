package weightroom.ui.frame;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.run.Snapshot;
import weightroom.run.Snapshot.Notice;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** One sentence for the user, with a way to close it; after a divergence, with three ways out of it. */
final class NoticeBar extends Banner {
    private static final String RATE = "training.optimizer.learning-rate";
    /** How much smaller the learning rate is made that a run diverged with. */
    private static final double GENTLER = 0.1;

    private final RunModel model;
    private final HBox waysOut = new HBox(8);

    NoticeBar(RunModel model) {
        super("notice", "");
        this.model = model;
        waysOut.getChildren()
                .addAll(
                        button("notice-gentler", "gentler", this::gentler),
                        button("notice-back", "last-finite", this::lastFinite),
                        button("notice-reset", "reset.short", model::reset));
        Button close = Controls.iconButton(Feather.X, Messages.text("notice.close"), model::dismiss);
        close.setId("notice-close");
        getChildren().addAll(waysOut, close);
        model.notice().addListener((observable, before, after) -> show(after));
        show(model.notice().get());
    }

    private void show(Optional<Notice> notice) {
        appear(notice.isPresent());
        notice.ifPresent(one -> {
            dress(one.kind().name().toLowerCase(Locale.ROOT));
            say(one.text());
            waysOut.setVisible(model.diverged());
            waysOut.setManaged(model.diverged());
        });
    }

    /** To the last step that was measured and finite, where one can look at what went wrong, or change it. */
    private void lastFinite() {
        Snapshot now = model.snapshot().get();
        model.dismiss();
        model.transport().seek(now.state().step());
    }

    private void gentler() {
        double rate = model.get(RATE) * GENTLER;
        model.dismiss();
        model.set(RATE, rate);
        model.reset();
    }
}

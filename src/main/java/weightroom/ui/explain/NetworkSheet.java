package weightroom.ui.explain;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import weightroom.ui.kit.Messages;

/** The cards and links on a sheet that can be moved and enlarged, by mouse and by keys. */
final class NetworkSheet extends CardCanvas {
    private static final double STEP = 1.2;

    private final CardState state;
    private final CardMotion motion;
    private final CardTip tip = new CardTip();
    private final Consumer<CardHit> choose;
    private final Runnable followed;
    private CardView view = CardView.FIT;
    private double pressedX;
    private double pressedY;
    private boolean described;

    /**
     * A sheet.
     *
     * @param choose is given what was clicked, or entered by key
     * @param followed called when something else is shown
     */
    @SuppressWarnings("this-escape")
    NetworkSheet(CardState state, CardMotion motion, Consumer<CardHit> choose, Runnable followed) {
        this.followed = followed;
        this.state = state;
        this.motion = motion;
        this.choose = choose;
        setId("explain-network");
        getStyleClass().add("network-cards");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleHelp(Messages.text("explain.network.help"));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().add(tip);
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> hover(Optional.empty(), event));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusVisibleProperty().addListener((observable, before, now) -> showFocus(now));
        focusedProperty().addListener((observable, before, now) -> showFocus(now && isFocusVisible()));
    }

    /** Where the keyboard is; at first on the first card. */
    private void showFocus(boolean shown) {
        Optional<Spot> first = state.last()
                .map(picture -> picture.layout().cards().get(0).card().spot());
        state.focus(shown ? state.focused().or(() -> first) : state.focused(), shown);
        tip.hide();
        changed();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        g.setFill(ink(CardInk.GROUND));
        g.fillRect(0, 0, width, height);
        Optional<CardPicture> picture = state.picture(width, height);
        if (picture.isEmpty()) {
            return;
        }
        CardLayout layout = picture.get().layout();
        view = view.within(width, height, layout.width(), layout.height());
        g.save();
        g.scale(view.zoom(), view.zoom());
        g.translate(-view.x(), -view.y());
        WirePainter wires = new WirePainter(g, this, picture.get());
        wires.draw();
        motion.phase().ifPresent(phase -> wires.dash(phase, motion.share()));
        new CardPainter(g, this, picture.get()).draw();
        g.restore();
        scrollMarks(g, layout, width, height);
        if (!described) {
            described = true;
            setAccessibleText(state.focused()
                    .map(spot -> CardFacts.of(picture.get(), spot).spoken())
                    .orElseGet(() -> Messages.text("explain.network.name")));
        }
    }

    /** Something else is shown: what was said about it holds no longer. */
    void changed() {
        described = false;
        followed.run();
        requestDraw();
    }

    /** Where one is on a sheet that is larger than the room for it. */
    private void scrollMarks(GraphicsContext g, CardLayout layout, double width, double height) {
        g.setFill(ink(CardInk.BORDER));
        double shownX = width / view.zoom() / layout.width();
        double shownY = height / view.zoom() / layout.height();
        if (shownX < 0.999) {
            double from = view.x() / layout.width() * width;
            g.fillRoundRect(from + 2, height - 6, shownX * width - 4, 4, 4, 4);
        }
        if (shownY < 0.999) {
            double from = view.y() / layout.height() * height;
            g.fillRoundRect(width - 6, from + 2, 4, shownY * height - 4, 4, 4);
        }
    }

    private Optional<CardHit> at(MouseEvent event) {
        return state.last()
                .flatMap(picture -> CardHit.at(
                        picture.layout(), picture.words(), view.pictureX(event.getX()), view.pictureY(event.getY())));
    }

    private void moved(MouseEvent event) {
        hover(at(event).map(CardHit::spot), event);
    }

    private void hover(Optional<Spot> spot, MouseEvent event) {
        if (!spot.equals(state.hovered())) {
            state.hover(spot);
            setCursor(spot.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
            changed();
        }
        Optional<CardPicture> picture = state.last();
        if (spot.isPresent() && picture.isPresent()) {
            tip.show(CardFacts.of(picture.get(), spot.get()), event.getX(), event.getY(), getWidth(), getHeight());
        } else {
            tip.hide();
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
    }

    private void dragged(MouseEvent event) {
        view = view.moved(pressedX - event.getX(), pressedY - event.getY());
        pressedX = event.getX();
        pressedY = event.getY();
        tip.hide();
        requestDraw();
    }

    private void clicked(MouseEvent event) {
        if (event.isStillSincePress()) {
            at(event).ifPresent(hit -> {
                state.focus(Optional.of(hit.spot()), isFocusVisible());
                choose.accept(hit);
                changed();
            });
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoom(Math.pow(STEP, Math.signum(event.getDeltaY())), event.getX(), event.getY());
        } else {
            view = view.moved(-event.getDeltaX(), -event.getDeltaY());
            requestDraw();
        }
        tip.hide();
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        view = view.zoomed(factor, x, y);
        requestDraw();
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || state.last().isEmpty()) {
            return;
        }
        boolean done =
                switch (event.getCode()) {
                    case UP, DOWN, LEFT, RIGHT -> !event.isShortcutDown() && go(event.getCode());
                    case ENTER, SPACE -> enter();
                    case PLUS, ADD, EQUALS -> enlarge(STEP);
                    case MINUS, SUBTRACT -> enlarge(1 / STEP);
                    case DIGIT0, NUMPAD0 -> fit();
                    case ESCAPE -> leave();
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private boolean go(KeyCode key) {
        CardPicture picture = state.last().orElseThrow();
        CardKeys keys = new CardKeys(picture.layout());
        Optional<Spot> at = state.focused().filter(spot -> keys.middle(spot).isPresent());
        Optional<Spot> next = at.isPresent()
                ? keys.from(at.get(), key)
                : Optional.of(picture.layout().cards().get(0).card().spot());
        next.ifPresent(this::focus);
        return true;
    }

    /** Puts the keyboard on a spot, and has it seen. */
    private void focus(Spot spot) {
        state.focus(Optional.of(spot), isFocused());
        CardPicture picture = state.last().orElseThrow();
        new CardKeys(picture.layout()).middle(spot).ifPresent(place -> {
            view = view.showing(place[0], place[1], getWidth(), getHeight());
            double x = (place[0] - view.x()) * view.zoom();
            double y = (place[1] - view.y()) * view.zoom();
            tip.show(CardFacts.of(picture, spot), x, y, getWidth(), getHeight());
        });
        changed();
    }

    private boolean enter() {
        state.focused().ifPresent(spot -> choose.accept(new CardHit(spot, spot.quantity())));
        return state.focused().isPresent();
    }

    private boolean enlarge(double factor) {
        zoom(factor, getWidth() / 2, getHeight() / 2);
        return true;
    }

    private boolean fit() {
        view = CardView.FIT;
        requestDraw();
        return true;
    }

    private boolean leave() {
        boolean shown = tip.isVisible();
        tip.hide();
        return shown;
    }

    /** Where a spot has its middle on this node. */
    double[] middle(Spot spot) {
        return state.last()
                .flatMap(picture -> new CardKeys(picture.layout()).middle(spot))
                .map(place -> new double[] {(place[0] - view.x()) * view.zoom(), (place[1] - view.y()) * view.zoom()})
                .orElse(new double[] {getWidth() / 2, getHeight() / 2});
    }
}

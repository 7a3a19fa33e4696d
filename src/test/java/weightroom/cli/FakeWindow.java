package weightroom.cli;

import java.util.List;

/** A window that measures what it was asked for and draws nothing. */
final class FakeWindow implements WindowPort {
    @Override
    public List<String> views() {
        return List.of("train");
    }

    @Override
    public List<String> themes() {
        return List.of("dark");
    }

    @Override
    public void paint(Picture picture) {}

    @Override
    public List<Figure> measure(int rounds, boolean hour) {
        return List.of(new Figure("pulses", rounds), new Figure("heap", hour ? 300 : 90));
    }

    @Override
    public List<Figure> measureRace(int rounds) {
        return List.of(new Figure("pulses", rounds), new Figure("boundaries", 32));
    }

    @Override
    public List<Figure> measureExplain(int rounds) {
        return List.of(new Figure("explain.weight.median", rounds));
    }
}

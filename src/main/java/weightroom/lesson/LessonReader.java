package weightroom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Document;
import weightroom.experiment.DocumentParser;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Field;
import weightroom.experiment.Nearest;
import weightroom.experiment.Section;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;

/** Reads one lesson, strictly. The format is described in {@code src/docs/lessons.md}. */
final class LessonReader {
    static final List<String> HEAD = List.of("title", "minutes", "needs", "experiment", "settings", "view", "plots");
    /** Stands for adding and taking away layers, and for all settings of each. */
    static final String LAYERS = "network.layers";

    private static final String RULE = "---";
    private static final int MOST_TITLE = 120;
    private static final int MOST_BLOCKS = 100;
    private static final int MOST_LIST = 100;
    private static final int MOST_PLOTS = 4;
    private static final int MOST_INFO = 3;
    private static final Field MINUTES = Field.whole("minutes", "", "", 1, 1, 60);
    /** What code is written in, near though it may be to the word of a block. */
    private static final List<String> LANGUAGES = List.of(
            "text", "yaml", "json", "java", "python", "c", "go", "js", "latex", "math", "sh", "bash", "console", "csv");

    private final LessonFile file;
    private final Glossary glossary;
    private final List<String> lines;
    private final List<Lesson.Step> steps = new ArrayList<>();
    private int blocks;

    private LessonReader(LessonFile file, Glossary glossary) {
        this.file = file;
        this.glossary = glossary;
        this.lines = file.text().lines().toList();
    }

    /**
     * Reads a lesson.
     *
     * @throws InvalidInput naming file, line, what was found and what was expected
     */
    static Lesson read(LessonFile file, Glossary glossary) {
        return new LessonReader(file, glossary).lesson();
    }

    private Lesson lesson() {
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(RULE)) {
            throw fault(1, "found no head; expected a line --- and the lesson's fields below it");
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals(RULE)) {
            end++;
        }
        if (end == lines.size()) {
            throw fault(1, "begins a head that never ends; expected a second line ---");
        }
        Document document = DocumentParser.yaml(
                file.name(),
                String.join("\n", lines.subList(1, end)),
                2,
                "the fields of a lesson: " + String.join(", ", HEAD));
        Section head = Section.root(document).only(HEAD);
        head.required("title", "the lesson's name");
        String title = head.text("title", MOST_TITLE).orElseThrow().strip();
        if (title.isEmpty()) {
            throw head.fault("title", "is empty; expected the lesson's name");
        }
        head.required("minutes", MINUTES.expected());
        int minutes = (int) head.whole(MINUTES);
        Experiment experiment = ExperimentReader.read(head.requiredSection("experiment"));
        Workbench bench = new Workbench(file.name(), experiment);
        bench.check(head, "experiment", experiment);
        readSteps(end + 1, bench);
        return new Lesson(
                file.id(),
                title,
                minutes,
                texts(head, "needs"),
                experiment,
                settings(head, List.of(experiment)),
                head.choice("view", View.ids()).map(View::byId).orElse(View.BOUNDARY),
                views(head, "plots", List.of(View.NETWORK, View.LOSS)),
                steps);
    }

    /** Reads what comes after the head; its lines stay those of the file. */
    private void readSteps(int from, Workbench bench) {
        String body = "\n".repeat(from) + String.join("\n", lines.subList(from, lines.size()));
        ProseCheck prose = new ProseCheck(file.name(), file.folder(), glossary);
        BlockReader reader = new BlockReader(file.name(), bench, prose);
        Optional<Heading> step = Optional.empty();
        List<Part> parts = new ArrayList<>();
        Optional<Node> begin = Optional.empty();
        Node last = markdown(body);
        for (Node node = last.getFirstChild(); node != null; node = node.getNext()) {
            Optional<BlockWord> word = node instanceof FencedCodeBlock code ? word(code) : Optional.empty();
            boolean heading = node instanceof Heading found && found.getLevel() <= 2;
            prose.check(node, 0);
            if (heading || word.isPresent()) {
                prose(begin, node).ifPresent(parts::add);
                begin = Optional.empty();
            }
            if (heading) {
                step.ifPresent(before -> finish(before, parts));
                step = Optional.of(checked((Heading) node));
                parts.clear();
            } else if (step.isEmpty()) {
                throw fault(line(node), "found text before the first step; expected a heading: ## Title");
            } else if (word.isPresent()) {
                parts.add(block(word.get(), (FencedCodeBlock) node, reader));
            } else if (begin.isEmpty()) {
                begin = Optional.of(node);
            }
        }
        Heading open =
                step.orElseThrow(() -> fault(lines.size(), "found no step; expected at least one heading: ## Title"));
        begin.ifPresent(first -> parts.add(new Part.Prose(line(first), source(line(first), lines.size()))));
        finish(open, parts);
    }

    private Node markdown(String body) {
        try {
            return Markdown.parse(body);
        } catch (InvalidInput e) {
            throw fault(1, String.valueOf(e.getMessage()));
        }
    }

    private void finish(Heading heading, List<Part> parts) {
        if (parts.isEmpty()) {
            throw fault(line(heading), "begins a step with nothing in it; expected text or a block below it");
        }
        steps.add(new Lesson.Step(plainText(heading), line(heading), parts));
    }

    private Heading checked(Heading heading) {
        if (heading.getLevel() == 1) {
            throw fault(
                    line(heading),
                    "found a heading of the first level; the title stands in the head, steps begin with ##");
        }
        if (plainText(heading).isBlank()) {
            throw fault(line(heading), "begins a step without a title; expected ## Title");
        }
        return heading;
    }

    /** The prose from a node up to another. */
    private Optional<Part> prose(Optional<Node> begin, Node end) {
        return begin.map(first -> new Part.Prose(line(first), source(line(first), line(end) - 1)));
    }

    /** Lines of the file, both from 1, without blank ones at the end. */
    private String source(int from, int to) {
        return String.join("\n", lines.subList(from - 1, to)).stripTrailing();
    }

    private Part block(BlockWord word, FencedCodeBlock code, BlockReader reader) {
        if (++blocks > MOST_BLOCKS) {
            throw fault(line(code), "begins block %d; expected at most %d".formatted(blocks, MOST_BLOCKS));
        }
        if (code.getClosingFenceLength() == null) {
            throw fault(line(code), "begins the block \"%s\", which never ends".formatted(word.id()));
        }
        return reader.read(word, code.getLiteral(), line(code));
    }

    private Optional<BlockWord> word(FencedCodeBlock code) {
        String info = code.getInfo().strip();
        Optional<BlockWord> word = BlockWord.byId(info);
        if (word.isEmpty() && info.length() >= 2 && !LANGUAGES.contains(info)) {
            String first = info.split("\\s", 2)[0];
            String suggestion = Nearest.suggestion(first, BlockWord.ids());
            if (!suggestion.isEmpty() && first.length() >= MOST_INFO - 1) {
                throw fault(
                        line(code),
                        "begins a block \"%s\"; %sexpected one of: %s"
                                .formatted(info, suggestion, String.join(", ", BlockWord.ids())));
            }
        }
        return word;
    }

    /** The paths in the field {@code settings}, each of which one of the experiments must have. */
    static List<String> settings(Section section, List<Experiment> experiments) {
        List<String> paths = texts(section, "settings");
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            List<String> known = experiments.stream()
                    .flatMap(experiment -> Settings.of(experiment).stream())
                    .map(Setting::path)
                    .distinct()
                    .toList();
            if (!known.contains(path) && !path.equals(LAYERS)) {
                throw section.fault(
                        "settings",
                        "has \"%s\", which is no setting of the experiment; %sexpected one of: %s"
                                .formatted(path, Nearest.suggestion(path, known), String.join(", ", known)));
            }
        }
        return paths;
    }

    /** The pictures in a field. */
    static List<View> views(Section section, String field, List<View> absent) {
        if (!section.has(field)) {
            return absent;
        }
        List<View> views = new ArrayList<>();
        for (String id : texts(section, field)) {
            if (!View.ids().contains(id)) {
                throw section.fault(
                        field,
                        "has \"%s\"; %sexpected pictures of: %s"
                                .formatted(id, Nearest.suggestion(id, View.ids()), String.join(", ", View.ids())));
            }
            views.add(View.byId(id));
        }
        if (views.size() > MOST_PLOTS) {
            throw section.fault(field, "has %d pictures; expected at most %d".formatted(views.size(), MOST_PLOTS));
        }
        return views;
    }

    private static List<String> texts(Section section, String field) {
        List<String> texts = new ArrayList<>();
        section.node(field).ifPresent(value -> {
            for (weightroom.experiment.Node item : section.list(value, section.path(field), 0, MOST_LIST)) {
                if (!(item instanceof weightroom.experiment.Node.Text text)) {
                    throw section.fault(
                            item, section.path(field), "has %s; expected a list of texts".formatted(item.found()));
                }
                if (texts.contains(text.value())) {
                    throw section.fault(
                            item, section.path(field), "has %s twice; expected it once".formatted(item.found()));
                }
                texts.add(text.value());
            }
        });
        return texts;
    }

    private static String plainText(Heading heading) {
        StringBuilder plain = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.CustomNode node) {
                plain.append(node instanceof Formula formula ? formula.latex() : "");
            }
        });
        return plain.toString().strip();
    }

    private int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
    }

    private InvalidInput fault(int line, String problem) {
        return new InvalidInput(Document.place(file.name(), line, 1) + problem);
    }
}

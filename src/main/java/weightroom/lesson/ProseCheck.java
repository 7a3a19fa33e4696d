package weightroom.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import weightroom.drawing.DrawingReader;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Document;

/** Looks through prose for what cannot be shown: unknown terms, foreign pictures, formulas that never end. */
final class ProseCheck {
    private static final String TERM = "term:";
    /** Lists in lists, emphasis in emphasis. */
    private static final int MOST_DEPTH = 30;

    private final String name;
    private final Path folder;
    private final Glossary glossary;

    /**
     * @param name of the file, for messages
     * @param folder that pictures are in
     */
    ProseCheck(String name, Path folder, Glossary glossary) {
        this.name = name;
        this.folder = folder;
        this.glossary = glossary;
    }

    /**
     * Looks at a node and all within it.
     *
     * @param before lines of the file before the text that the node was read from
     * @throws InvalidInput naming the line and what is wrong there
     */
    void check(Node node, int before) {
        check(node, before, place(node, before), 0);
    }

    /**
     * Looks at the text of a block, which must be one paragraph.
     *
     * @param line where it begins in the file
     * @throws InvalidInput as {@link #check}
     */
    void checkText(String field, String text, int line) {
        Node document = Markdown.parse(text);
        Node only = document.getFirstChild();
        if (!(only instanceof Paragraph) || only.getNext() != null) {
            throw fault(line, 1, "%s is not plain text of one paragraph; expected that".formatted(field));
        }
        check(only, line - 1, new SourceLine(line, 1), 0);
        checkNoPicture(only, line);
    }

    private record SourceLine(int line, int column) {}

    private void check(Node node, int before, SourceLine around, int depth) {
        SourceLine at = node.getSourceSpans().isEmpty() ? around : place(node, before);
        if (depth > MOST_DEPTH) {
            throw fault(at.line, at.column, "found prose within prose more than %d deep".formatted(MOST_DEPTH));
        }
        if (node instanceof Formula formula) {
            checkFormula(formula, at);
        }
        if (node instanceof Link link) {
            checkLink(link.getDestination(), at);
        } else if (node instanceof Image image) {
            checkPicture(image, at);
        } else if (node instanceof LinkReferenceDefinition) {
            throw fault(at.line, at.column, "found a link's definition; expected links in place: [word](term:id)");
        } else if (node instanceof FencedCodeBlock code
                && !(node.getParent() instanceof org.commonmark.node.Document)) {
            checkNestedCode(code, at);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            check(child, before, at, depth + 1);
        }
    }

    private void checkFormula(Formula formula, SourceLine at) {
        if (!formula.problem().isEmpty()) {
            throw fault(at.line, at.column, formula.problem());
        }
        try {
            weightroom.formula.FormulaParser.parse(formula.latex());
        } catch (InvalidInput unreadable) {
            throw fault(at.line, at.column, String.valueOf(unreadable.getMessage()));
        }
    }

    private void checkLink(String destination, SourceLine at) {
        if (!destination.startsWith(TERM)) {
            throw fault(
                    at.line,
                    at.column,
                    "found a link to \"%s\"; expected a term, such as [learning rate](term:learning-rate)"
                            .formatted(destination));
        }
        String term = destination.substring(TERM.length());
        if (glossary.find(term).isEmpty()) {
            throw fault(
                    at.line,
                    at.column,
                    "the term \"%s\" is not in the glossary; %sexpected an id of the vocabulary, a setting's path or a term of glossary.yaml"
                            .formatted(term, glossary.suggestion(term)));
        }
    }

    private void checkPicture(Image image, SourceLine at) {
        String path = image.getDestination();
        String problem = pictureFault(path);
        if (!problem.isEmpty()) {
            throw fault(
                    at.line,
                    at.column,
                    "the picture \"%s\" %s; expected an SVG file beside the lesson, such as assets/neuron.svg"
                            .formatted(path, problem));
        }
        if (image.getFirstChild() == null) {
            throw fault(
                    at.line,
                    at.column,
                    "the picture \"%s\" has no description; expected ![what is seen](%s)".formatted(path, path));
        }
        try {
            DrawingReader.read(path, Files.readString(folder.resolve(path)));
        } catch (InvalidInput unreadable) {
            throw fault(at.line, at.column, "the picture " + unreadable.getMessage());
        } catch (IOException e) {
            throw fault(at.line, at.column, "the picture \"%s\" cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    private String pictureFault(String path) {
        if (path.contains(":") || path.contains("\\") || path.startsWith("/") || path.contains("%")) {
            return "is no plain relative path";
        }
        if (!path.endsWith(".svg")) {
            return "does not end in .svg";
        }
        try {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder.normalize())) {
                return "leads out of the lesson's folder";
            }
            if (!Files.isRegularFile(file)) {
                return "does not exist";
            }
            boolean inside = file.toRealPath().startsWith(folder.toRealPath());
            return inside ? "" : "leads out of the lesson's folder";
        } catch (InvalidPathException | IOException e) {
            return "cannot be read";
        }
    }

    private void checkNestedCode(FencedCodeBlock code, SourceLine at) {
        if (BlockWord.byId(code.getInfo().strip()).isPresent()) {
            throw fault(
                    at.line,
                    at.column,
                    "the block \"%s\" stands within a list or a quotation; expected it at the left margin"
                            .formatted(code.getInfo().strip()));
        }
    }

    private void checkNoPicture(Node node, int line) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Image) {
                throw fault(line, 1, "found a picture in the text of a block; expected pictures in the prose only");
            }
            checkNoPicture(child, line);
        }
    }

    private static SourceLine place(Node node, int before) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? new SourceLine(before + 1, 1)
                : new SourceLine(
                        spans.get(0).getLineIndex() + 1 + before, spans.get(0).getColumnIndex() + 1);
    }

    private InvalidInput fault(int line, int column, String problem) {
        return new InvalidInput(Document.place(name, line, column) + problem);
    }
}

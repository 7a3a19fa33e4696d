package weightroom.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Finds {@code $$…$$} on lines of its own, on one or on several. */
final class FormulaBlockParser extends AbstractBlockParser {
    private static final String FENCE = "$$";
    /** More than that makes code of a line. */
    private static final int MOST_INDENT = 3;

    private final Formula.Display formula = new Formula.Display();
    private final List<String> lines = new ArrayList<>();
    private boolean closed;

    /** Begins one where a line begins with {@code $$} and nothing follows the closing one. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            String text = line.subSequence(at, line.length()).toString().strip();
            if (state.getIndent() > MOST_INDENT || !text.startsWith(FENCE)) {
                return BlockStart.none();
            }
            int close = text.indexOf(FENCE, FENCE.length());
            boolean more = close >= 0 && close + FENCE.length() < text.length();
            return more
                    ? BlockStart.none()
                    : BlockStart.of(new FormulaBlockParser()).atIndex(at + FENCE.length());
        }
    }

    @Override
    public Block getBlock() {
        return formula;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String text = line.getContent().toString().strip();
        closed = text.endsWith(FENCE);
        lines.add(closed ? text.substring(0, text.length() - FENCE.length()) : text);
    }

    @Override
    public void closeBlock() {
        String latex = String.join(" ", lines).strip();
        String problem = !closed
                ? "$$ begins a formula that is never closed"
                : latex.isEmpty() ? "found a formula with nothing in it" : "";
        formula.set(latex, problem);
    }
}

package weightroom.prose;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** A formula on lines of its own, between double dollar signs. */
public final class FormulaBlock extends CustomBlock {
    private static final String FENCE = "$$";

    private final StringBuilder latex = new StringBuilder();
    private boolean closed;

    FormulaBlock() {}

    /** What stands between the dollar signs. */
    public String latex() {
        return latex.toString().strip();
    }

    /** Whether the closing dollar signs are there. */
    public boolean isClosed() {
        return closed;
    }

    /** Takes a line, up to the closing signs where it has them. */
    private void add(String line) {
        String text = line.stripTrailing();
        closed = text.endsWith(FENCE);
        latex.append(closed ? text.substring(0, text.length() - FENCE.length()) : text)
                .append('\n');
    }

    /** A block begins where a line begins with two dollar signs and, if it has two more, ends with them. */
    static final class Start implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int from = state.getNextNonSpaceIndex();
            String line = state.getLine().getContent().toString();
            if (state.getIndent() >= 4 || !line.startsWith(FENCE, from)) {
                return BlockStart.none();
            }
            String rest = line.substring(from + FENCE.length()).stripTrailing();
            int second = rest.indexOf(FENCE);
            if (second >= 0 && second != rest.length() - FENCE.length()) {
                return BlockStart.none();
            }
            return BlockStart.of(new Lines()).atIndex(from + FENCE.length());
        }
    }

    private static final class Lines extends AbstractBlockParser {
        private final FormulaBlock block = new FormulaBlock();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return block.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            block.add(line.getContent().toString());
        }

        @Override
        public List<org.commonmark.node.DefinitionMap<?>> getDefinitions() {
            return List.of();
        }
    }
}

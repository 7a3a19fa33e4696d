package weightroom.lesson;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import weightroom.engine.InvalidInput;

/** The prose of lessons: CommonMark with tables, and with {@linkplain Formula formulas} between dollar signs. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new FormulaParser.Factory())
            .customBlockParserFactory(new FormulaBlockParser.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private Markdown() {}

    /**
     * The document as a tree whose nodes know where they stand.
     *
     * @throws InvalidInput when emphasis or the like is nested deeper than the parser can go
     */
    public static Node parse(String markdown) {
        try {
            return PARSER.parse(markdown);
        } catch (StackOverflowError tooDeep) {
            // The parser goes into what is nested by calling itself, and knows no bound.
            throw new InvalidInput("the prose is nested too deep to be read", tooDeep);
        }
    }
}

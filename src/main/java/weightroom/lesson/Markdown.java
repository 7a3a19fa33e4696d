package weightroom.lesson;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The prose of lessons: CommonMark with tables, and with {@linkplain Formula formulas} between dollar signs. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new FormulaParser.Factory())
            .customBlockParserFactory(new FormulaBlockParser.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private Markdown() {}

    /** The document as a tree whose nodes know where they stand. */
    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }
}

package weightroom.prose;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown as lessons write it. Every text is Markdown, so that reading never fails. */
public final class ProseParser {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customBlockParserFactory(new FormulaBlock.Start())
            .customInlineContentParserFactory(new FormulaSpanParser.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private ProseParser() {}

    /** The tree of a text, with {@link FormulaSpan} and {@link FormulaBlock} where it has formulas. */
    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }
}

package weightroom.prose;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Takes formulas out of a line before anything in them can be taken for emphasis. As in Pandoc, the opening sign has no
 * space behind it, the closing one has none before it and no digit behind it: {@code $5 and $10} are prices.
 */
final class FormulaSpanParser implements InlineContentParser {
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaSpanParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int signs = scanner.matchMultiple('$');
        if (signs > 2 || Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        char before = ' ';
        while (scanner.hasNext()) {
            char c = scanner.peek();
            if (c == '$') {
                Position end = scanner.position();
                int closing = scanner.matchMultiple('$');
                if (closing == signs && !Character.isWhitespace(before) && !Character.isDigit(scanner.peek())) {
                    String latex = scanner.getSource(start, end).getContent();
                    return ParsedInline.of(new FormulaSpan(latex), scanner.position());
                }
                return ParsedInline.none();
            }
            if (c == '\\') {
                scanner.next();
            }
            before = c;
            scanner.next();
        }
        return ParsedInline.none();
    }
}

package weightroom.lesson;

import java.util.Set;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Finds {@code $…$} within a paragraph. Nothing in it is taken for Markdown. */
final class FormulaParser implements InlineContentParser {
    static final char DOLLAR = '$';

    /** Makes one for every paragraph. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(DOLLAR);
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position afterDollar = scanner.position();
        if (scanner.peek() == DOLLAR) {
            scanner.next();
            return ParsedInline.of(
                    new Formula.Inline("", "$$ stands within a line; expected $$…$$ on lines of its own, or $…$"),
                    scanner.position());
        }
        while (scanner.hasNext() && scanner.peek() != DOLLAR) {
            if (scanner.peek() == '\\') {
                scanner.next();
            }
            scanner.next();
        }
        if (!scanner.hasNext()) {
            return ParsedInline.of(
                    new Formula.Inline("", "$ begins a formula that is never closed; a dollar is written \\$"),
                    afterDollar);
        }
        SourceLines source = scanner.getSource(afterDollar, scanner.position());
        scanner.next();
        String latex = source.getContent().replace('\n', ' ').strip();
        String problem = latex.isEmpty() ? "found a formula with nothing in it" : "";
        return ParsedInline.of(new Formula.Inline(latex, problem), scanner.position());
    }
}

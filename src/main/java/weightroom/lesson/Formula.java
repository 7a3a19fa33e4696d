package weightroom.lesson;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/** What stands between dollar signs: {@code $…$} in a line, {@code $$…$$} on lines of its own. */
public interface Formula {
    /** In LaTeX's notation, on one line. */
    String latex();

    /** What is wrong with how it is set off from the text; empty for nothing. */
    String problem();

    /** In a line of text. */
    final class Inline extends CustomNode implements Formula {
        private final String latex;
        private final String problem;

        Inline(String latex, String problem) {
            this.latex = latex;
            this.problem = problem;
        }

        @Override
        public String latex() {
            return latex;
        }

        @Override
        public String problem() {
            return problem;
        }
    }

    /** On lines of its own. */
    final class Display extends CustomBlock implements Formula {
        private String latex = "";
        private String problem = "";

        Display() {}

        void set(String text, String fault) {
            latex = text;
            problem = fault;
        }

        @Override
        public String latex() {
            return latex;
        }

        @Override
        public String problem() {
            return problem;
        }
    }
}

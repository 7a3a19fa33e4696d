/** Prose of lessons as nodes: paragraphs with formulas, lists, tables, terms that explain themselves, and pictures. */
@NullMarked
package weightroom.ui.prose;

import org.jspecify.annotations.NullMarked;

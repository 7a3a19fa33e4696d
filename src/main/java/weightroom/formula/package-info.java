/** Formulas in LaTeX's notation: read into a tree, spoken in words, written in plain Unicode and in LaTeX again. */
@NullMarked
package weightroom.formula;

import org.jspecify.annotations.NullMarked;

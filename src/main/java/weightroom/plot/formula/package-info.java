/** Formulas as a textbook sets them: boxes on a baseline, laid out after The TeXbook's appendix G. */
@NullMarked
package weightroom.plot.formula;

import org.jspecify.annotations.NullMarked;

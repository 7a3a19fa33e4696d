package weightroom.surface;

import weightroom.arithmetic.Arithmetic;

/**
 * What is written about a surface.
 *
 * @param name of the value: {@code f}
 * @param x the name of its first variable, in LaTeX
 * @param y the name of its second
 * @param text the value in plain Unicode
 * @param value the value in LaTeX
 * @param slopeX ∂f/∂x in LaTeX, in a form that {@link Arithmetic#parse} reads
 * @param slopeY ∂f/∂y, likewise
 */
record Formulas(String name, String x, String y, String text, String value, String slopeX, String slopeY) {
    Formulas(String text, String value, String slopeX, String slopeY) {
        this("f", "x", "y", text, value, slopeX, slopeY);
    }
}

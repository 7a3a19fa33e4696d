/**
 * The engine in Java: the reference program, which is plain, double precision and the definition of every number, and the
 * fast program, which is checked against it.
 */
@NullMarked
package weightroom.engine.cpu;

import org.jspecify.annotations.NullMarked;

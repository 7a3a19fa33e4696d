/**
 * The Compare view: a race of up to sixteen lanes under many seeds, from what differs between them to what the evidence
 * supports. Models know no scene; what a race is made of stands in {@link weightroom.race}.
 */
@NullMarked
package weightroom.ui.compare;

import org.jspecify.annotations.NullMarked;

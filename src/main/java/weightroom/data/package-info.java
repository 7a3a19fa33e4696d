/**
 * Where rows come from and what becomes of them before a network sees them: seeded sources, CSV and IDX files, features as
 * formulas, standardization, splits and target encoding. {@link weightroom.data.Dataset} holds raw values;
 * {@link weightroom.data.Preparation} turns them into the {@link weightroom.engine.Split} that the engine trains on.
 *
 * <p>Files are read whole or refused whole with {@link weightroom.engine.InvalidInput}; nothing in a file is ever run.
 * Everything drawn at random comes from {@link weightroom.engine.RandomStream} and {@link java.lang.StrictMath}, so the
 * same seed gives the same bits on every machine.
 */
@NullMarked
package weightroom.data;

import org.jspecify.annotations.NullMarked;

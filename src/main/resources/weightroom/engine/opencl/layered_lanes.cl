/*
 * Dropout of the layered program. A template over REAL and NATURAL; unit and row say where each lane stands.
 */

/* 0 for dropped units, 1/(1 - rate) for kept ones, 1 without dropout. */
static inline REAL __attribute__((overloadable)) keep(uint key, float rate, int layer, NATURAL unit, NATURAL row) {
    if (rate == 0.0f) {
        return (REAL)(1.0f);
    }
    return select((REAL)(1.0f / (1.0f - rate)), (REAL)(0.0f), wr_dropout_draw(key, (uint)layer, unit, row) < rate);
}

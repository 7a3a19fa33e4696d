/*
 * One activation and its slope, from the vocabulary's expressions. A template over REAL and the activation's NAME.
 */
static inline REAL __attribute__((overloadable)) value_NAME(REAL z, float alpha) {
    return VALUE;
}

static inline REAL __attribute__((overloadable)) slope_NAME(REAL z, REAL a, float alpha) {
    return SLOPE;
}

/*
 * Functions that the vocabulary's expressions and all kernels share. A template: it is repeated for every vector width in
 * use, REAL standing for float or floatN, INTEGER for int or intN, NATURAL for uint or uintN.
 *
 * All are free of branches, keep NaN as NaN, and are accurate to float where no error is named. Choices are made with
 * select(no, yes, condition), because fmin and fmax swallow NaN.
 */

/* x cut to -limit..limit. */
static inline REAL __attribute__((overloadable)) wr_clip(REAL x, float limit) {
    x = select(x, (REAL)(limit), x > limit);
    return select(x, (REAL)(-limit), x < -limit);
}

/* tanh x as the ninth convergent of Lambert's continued fraction (1768), clamped; absolute error below 1e-5. */
static inline REAL __attribute__((overloadable)) wr_tanh(REAL x) {
    x = wr_clip(x, 7.3f);
    REAL s = x * x;
    REAL p = (((s + 990.0f) * s + 135135.0f) * s + 4729725.0f) * s + 34459425.0f;
    REAL q = (((45.0f * s + 13860.0f) * s + 945945.0f) * s + 16216200.0f) * s + 34459425.0f;
    return wr_clip(x * p / q, 1.0f);
}

/* e^x for x in -87..88, clamped outside: 2^n times a polynomial (Cephes' expf, S. Moshier 1989). */
static inline REAL __attribute__((overloadable)) wr_exp(REAL x) {
    REAL bounded = select(x, (REAL)(88.0f), x > 88.0f);
    bounded = select(bounded, (REAL)(-87.0f), bounded < -87.0f);
    REAL n = (bounded * 1.4426950408889634f + 12582912.0f) - 12582912.0f;
    REAL r = bounded - n * 0.693359375f + n * 2.12194440e-4f;
    REAL p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    return (p * r * r + r + 1.0f) * as_REAL((convert_INTEGER(n) + 127) << 23);
}

/* log(1 + x) for finite x > -1: Cephes' logf of u = 1 + x, and what rounding u lost divided by u. */
static inline REAL __attribute__((overloadable)) wr_log1p(REAL x) {
    REAL u = 1.0f + x;
    INTEGER bits = as_INTEGER(u);
    INTEGER exponent = (bits - 0x3f3504f3) >> 23;
    REAL e = convert_REAL(exponent);
    REAL f = as_REAL(bits - (exponent << 23)) - 1.0f;
    REAL p = 7.0376836292e-2f;
    p = p * f - 1.1514610310e-1f;
    p = p * f + 1.1676998740e-1f;
    p = p * f - 1.2420140846e-1f;
    p = p * f + 1.4249322787e-1f;
    p = p * f - 1.6668057665e-1f;
    p = p * f + 2.0000714765e-1f;
    p = p * f - 2.4999993993e-1f;
    p = p * f + 3.3333331174e-1f;
    REAL tail = p * f * f * f - 2.12194440e-4f * e - 0.5f * f * f;
    return f + tail + 0.693359375f * e + (x - (u - 1.0f)) / u + x * 0.0f;
}

/* erf x; absolute error below 5e-7 (Abramowitz & Stegun 1964, 7.1.26). */
static inline REAL __attribute__((overloadable)) wr_erf(REAL x) {
    REAL t = 1.0f / (1.0f + 0.3275911f * fabs(x));
    REAL p = ((((1.061405429f * t - 1.453152027f) * t + 1.421413741f) * t - 0.284496736f) * t + 0.254829592f) * t;
    return copysign(1.0f - p * wr_exp(-x * x), x);
}

/* The finalizer of MurmurHash3 (Appleby 2011). */
static inline NATURAL __attribute__((overloadable)) wr_mix(NATURAL h) {
    h = (h ^ (h >> 16)) * 0x85EBCA6BU;
    h = (h ^ (h >> 13)) * 0xC2B2AE35U;
    return h ^ (h >> 16);
}

/* Uniform in [0, 1), the same numbers as DropoutMask.draw in Java; key of the step, the others counted from 0. */
static inline REAL __attribute__((overloadable)) wr_dropout_draw(uint key, uint layer, NATURAL unit, NATURAL sample) {
    NATURAL h = wr_mix((NATURAL)(key + layer * 0x9E3779B1U));
    h = wr_mix(h ^ (unit * 0x85EBCA77U));
    h = wr_mix(h + sample * 0xC2B2AE3DU);
    return convert_REAL(h >> 8) * 5.9604644775390625e-8f;
}

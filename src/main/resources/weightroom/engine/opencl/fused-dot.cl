/*
 * Layer @L@, a narrow output: @IN@ inputs in @BLOCKS@ vectors, @UNITS@ unit(s). Lanes are inputs while summing and rows
 * afterwards, so that one number per row does not fill a vector of its own.
 *   h  (TILE, @BLOCKS@ vectors)
 *   z, d  (@UNITS@, LINE floats)
 * Its numbers, in vectors from @WEIGHTS@ on: weights (@UNITS@, @BLOCKS@), then one vector that holds all biases.
 */
static inline void sum_@L@(const vec* restrict h, const vec* restrict p, float* restrict z) {
  for (int k = 0; k < @UNITS@; k++) {
    const float bias = ((const float*)(p + @UNITS@ * @BLOCKS@))[k];
    for (int s = 0; s < TILE; s++) {
      vec sum = h[s * @BLOCKS@] * p[k * @BLOCKS@];
      UNROLL for (int b = 1; b < @BLOCKS@; b++) sum += h[s * @BLOCKS@ + b] * p[k * @BLOCKS@ + b];
      z[k * LINE + s] = bias + lane_sum(sum);
    }
  }
}

/* The gradient, and, where @CARRIES@ is 1, e = ∂L/∂h (TILE, @BLOCKS@ vectors). */
static inline void gradient_@L@(const vec* restrict h, const vec* restrict p, const float* restrict d, vec* restrict g,
    vec* restrict e) {
  vec sum[@UNITS@ * @BLOCKS@];
  float bias[@UNITS@];
  UNROLL for (int q = 0; q < @UNITS@ * @BLOCKS@; q++) sum[q] = (vec)0.0f;
  UNROLL for (int k = 0; k < @UNITS@; k++) bias[k] = 0.0f;
  for (int s = 0; s < TILE; s++) {
    UNROLL for (int b = 0; b < @BLOCKS@; b++) {
      vec back = (vec)0.0f;
      UNROLL for (int k = 0; k < @UNITS@; k++) {
        sum[k * @BLOCKS@ + b] += d[k * LINE + s] * h[s * @BLOCKS@ + b];
        back += d[k * LINE + s] * p[k * @BLOCKS@ + b];
      }
      if (@CARRIES@) e[s * @BLOCKS@ + b] = back;
    }
    UNROLL for (int k = 0; k < @UNITS@; k++) bias[k] += d[k * LINE + s];
  }
  UNROLL for (int q = 0; q < @UNITS@ * @BLOCKS@; q++) g[q] @SET@ KEEP_@L@(sum[q], q % @BLOCKS@);
  vec biases = (vec)0.0f;
  UNROLL for (int k = 0; k < @UNITS@; k++) ((float*)&biases)[k] = bias[k];
  g[@UNITS@ * @BLOCKS@] @SET@ biases;
}

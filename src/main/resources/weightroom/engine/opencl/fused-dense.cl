/*
 * Layer @L@: @IN@ inputs, @UNITS@ units in @BLOCKS@ vectors, lanes are units.
 * Its numbers, in vectors from @WEIGHTS@ on: weights (@IN@, @BLOCKS@), then biases (@BLOCKS@).
 */
static inline void biases_@L@(const vec* restrict d, vec* restrict g) {
  vec sum[@BLOCKS@];
  UNROLL for (int b = 0; b < @BLOCKS@; b++) sum[b] = (vec)0.0f;
  for (int s = 0; s < TILE; s++) {
    UNROLL for (int b = 0; b < @BLOCKS@; b++) sum[b] += d[s * @BLOCKS@ + b];
  }
  UNROLL for (int b = 0; b < @BLOCKS@; b++) g[b] @SET@ sum[b];
}

/* Weights the other way round, (@UNITS@, @IN@ lanes), along which gradients go back. */
static inline void transpose_@L@(const float* restrict w, float* restrict t) {
  for (int u = 0; u < @UNITS@; u++) {
    for (int j = 0; j < @IN@; j++) t[u * @BELOW@ * V + j] = w[j * @BLOCKS@ * V + u];
  }
}

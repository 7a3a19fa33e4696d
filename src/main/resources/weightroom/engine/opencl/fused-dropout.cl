/*
 * Layer @L@: h = m·a with m = 0 for a dropped unit and 1/(1 − rate) for a kept one.
 *   a, m, h  (TILE, @BLOCKS@ vectors); row s of the tile is row first + s of the batch
 */
static inline void dropout_@L@(const float* restrict a, float* restrict m, float* restrict h, const float rate,
    const uint key, const int first) {
  const float kept = 1.0f / (1.0f - rate);
  for (int s = 0; s < TILE; s++) {
    for (int u = 0; u < @UNITS@; u++) {
      const int i = s * @BLOCKS@ * V + u;
      m[i] = wr_dropout_draw(key, (uint)@L@, (uint)u, (uint)(first + s)) < rate ? 0.0f : kept;
      h[i] = m[i] * a[i];
    }
  }
}

/*
 * @NAME@: rows of sums, z[s][u] = start[u] + Σ_j a[s][j]·w[j][u]. Lanes are units.
 *   a  (TILE, @IN@), @STRIDE@ floats from row to row
 *   w  (@IN@, @BLOCKS@ vectors)
 *   z  (TILE, @BLOCKS@ vectors)
 * @ROWS@ rows share each vector of weights that is loaded.
 */
static inline void @NAME@(const float* restrict a, const vec* restrict w, @START_ARGUMENT@vec* restrict z) {
  for (int s = 0; s < TILE; s += @ROWS@) {
    vec sum[@ROWS@ * @BLOCKS@];
    UNROLL for (int q = 0; q < @ROWS@ * @BLOCKS@; q++) sum[q] = @START@;
    @UNROLL@ for (int j = 0; j < @IN@; j++) {
      UNROLL for (int q = 0; q < @ROWS@; q++) {
        const float x = a[(s + q) * @STRIDE@ + j];
        UNROLL for (int b = 0; b < @BLOCKS@; b++) sum[q * @BLOCKS@ + b] += x * w[j * @BLOCKS@ + b];
      }
    }
    UNROLL for (int q = 0; q < @ROWS@ * @BLOCKS@; q++) z[s * @BLOCKS@ + q] = sum[q];
  }
}

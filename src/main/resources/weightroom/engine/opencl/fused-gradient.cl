/*
 * @NAME@: the gradient of inputs @FROM@ … @TO@−1 of a dense layer, g[j][u] = Σ_s a[s][j]·d[s][u]. Lanes are units.
 *   a  (TILE, in), @STRIDE@ floats from row to row
 *   d  (TILE, @BLOCKS@ vectors)
 *   g  (in, @BLOCKS@ vectors)
 * @GROUP@ inputs are summed at a time, in registers, over all rows of the tile.
 */
static inline void @NAME@(const float* restrict a, const vec* restrict d, vec* restrict g) {
  for (int j = @FROM@; j < @TO@; j += @GROUP@) {
    vec sum[@GROUP@ * @BLOCKS@];
    UNROLL for (int q = 0; q < @GROUP@ * @BLOCKS@; q++) sum[q] = (vec)0.0f;
    for (int s = 0; s < TILE; s++) {
      UNROLL for (int q = 0; q < @GROUP@; q++) {
        const float x = a[s * @STRIDE@ + j + q];
        UNROLL for (int b = 0; b < @BLOCKS@; b++) sum[q * @BLOCKS@ + b] += x * d[s * @BLOCKS@ + b];
      }
    }
    UNROLL for (int q = 0; q < @GROUP@ * @BLOCKS@; q++) g[j * @BLOCKS@ + q] @SET@ sum[q];
  }
}

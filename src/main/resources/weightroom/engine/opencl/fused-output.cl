/*
 * What stands behind the output layer: softmax, the loss of each row, and where the gradient starts.
 *   z, p, y, d  (TILE, OUTPUTS), where OUT(s, k) is the place of output k of row s
 */
static inline float softplus(const float z) { return @SOFTPLUS@; }

/* p = softmax(z) in its own row; lines[s] = log Σ e^z. */
static inline void softmax(const float* restrict z, float* restrict p, float* restrict lines) {
  for (int s = 0; s < TILE; s++) {
    float top = z[OUT(s, 0)];
    for (int k = 1; k < OUTPUTS; k++) top = z[OUT(s, k)] > top ? z[OUT(s, k)] : top;
    float sum = 0.0f;
    for (int k = 0; k < OUTPUTS; k++) {
      p[OUT(s, k)] = wr_exp(z[OUT(s, k)] - top);
      sum += p[OUT(s, k)];
    }
    const float share = 1.0f / sum;
    for (int k = 0; k < OUTPUTS; k++) p[OUT(s, k)] *= share;
    lines[s] = top + log(sum);
  }
}

/* The losses of the tile's first n rows, added up; all are computed first, side by side, for adding waits. */
static inline float tile_loss(const float* restrict zs, const float* restrict ps, const float* restrict ys,
    const float* restrict lines, const int n) {
  float each[TILE * OUTPUTS];
  for (int s = 0; s < TILE; s++) {
@ROW_TERMS@
    for (int k = 0; k < OUTPUTS; k++) {
@OUTPUT_TERMS@
      each[s * OUTPUTS + k] = @LOSS@;
    }
  }
  float loss = 0.0f;
  for (int i = 0; i < n * OUTPUTS; i++) loss += each[i];
  return loss;
}

/* How many of the tile's first n rows are answered right: their outputs and their targets stand for the same class. */
static inline int tile_right(const float* restrict ps, const float* restrict ys, const int n) {
  int right = 0;
  for (int s = 0; s < n; s++) {
@RIGHT@
  }
  return right;
}

/*
 * d = scale · @WHAT@ for the tile's first n rows, 0 for the rest. A prediction that is not finite shows in its gradient,
 * also where the slope is one of the few that would hide it.
 */
static inline void start_gradient(const float* restrict zs, const float* restrict ps, const float* restrict ys,
    const float* restrict lines, float* restrict d, const int n, const float scale) {
  for (int s = 0; s < TILE; s++) {
@ROW_TERMS@
    for (int k = 0; k < OUTPUTS; k++) {
@OUTPUT_TERMS@
      const float slope = @SLOPE@;
      d[OUT(s, k)] = s < n ? slope * scale + 0.0f * p : 0.0f;
    }
  }
}

/* ∂L/∂z_k = p_k (∂L/∂p_k − Σ_j p_j ∂L/∂p_j). */
static inline void softmax_gradient(const float* restrict p, float* restrict d) {
  for (int s = 0; s < TILE; s++) {
    float mean = 0.0f;
    for (int k = 0; k < OUTPUTS; k++) mean += p[OUT(s, k)] * d[OUT(s, k)];
    for (int k = 0; k < OUTPUTS; k++) d[OUT(s, k)] = p[OUT(s, k)] * (d[OUT(s, k)] - mean);
  }
}

/*
 * wr_fused_predict: the outputs of one replica for n inputs, dropout off, for @NETWORK@.
 *
 * Lanes are rows: a work-item, alone in its work-group, takes POINTS rows, 16 at a time, through the whole network.
 *   numbers  as in wr_fused_train
 *   inputs   (n, IN), the buffer ends at a multiple of 16 rows
 *   outputs  (n, OUTPUTS), likewise
 */
static inline void gather(global const float* restrict rows, float16* restrict lanes) {
#if IN == 2
  const float16 low = vload16(0, rows);
  const float16 high = vload16(1, rows);
  lanes[0] = (float16)(low.even, high.even);
  lanes[1] = (float16)(low.odd, high.odd);
#else
  for (int j = 0; j < IN; j++) {
    for (int s = 0; s < 16; s++) ((float*)(lanes + j))[s] = rows[s * IN + j];
  }
#endif
}

static inline void scatter(const float16* restrict lanes, global float* restrict rows) {
  for (int k = 0; k < OUTPUTS; k++) {
    for (int s = 0; s < 16; s++) rows[s * OUTPUTS + k] = ((const float*)(lanes + k))[s];
  }
}

static inline void softmax_lanes(float16* restrict h) {
  float16 top = h[0];
  for (int k = 1; k < OUTPUTS; k++) top = select(top, h[k], h[k] > top);
  float16 sum = (float16)0.0f;
  for (int k = 0; k < OUTPUTS; k++) {
    h[k] = wr_exp(h[k] - top);
    sum += h[k];
  }
  for (int k = 0; k < OUTPUTS; k++) h[k] /= sum;
}

kernel __attribute__((reqd_work_group_size(1, 1, 1))) void wr_fused_predict(global const float* restrict numbers,
    const int replica, global const float* restrict inputs, global float* restrict outputs, const int n) {
  global const float* p = numbers + replica * (1 + SLOTS) * VECTORS * V;
  const int from = get_group_id(0) * POINTS;
  const int to = min(from + POINTS, n);
  for (int i = from; i < to; i += 16) {
    float16 h0[IN];
    gather(inputs + i * IN, h0);
@LAYERS@
    scatter(@LAST@, outputs + i * OUTPUTS);
  }
}

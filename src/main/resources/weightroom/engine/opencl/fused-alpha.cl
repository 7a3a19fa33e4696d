/* Layer @L@: ∂L/∂α = Σ ∂L/∂a · min(z, 0), the learned slope below zero; in lane 0 of its vector. */
static inline vec alpha_@L@(const float16* zs, const float16* d) {
  float16 sum = (float16)0.0f;
  for (int i = 0; i < @PACKS@; i++) sum += d[i] * select((float16)0.0f, zs[i], zs[i] < 0.0f);
  vec g = (vec)0.0f;
  ((float*)&g)[0] = lane_sum(sum);
  return g;
}

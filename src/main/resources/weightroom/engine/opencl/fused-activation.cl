/* Layer @L@, @ID@: a = f(z), and ∂L/∂z = ∂L/∂a · f'(z), on @PACKS@ packs of 16 numbers, whatever their shape. */
static inline void activate_@L@(const float16* zs, float16* as, const float alpha) {
  for (int i = 0; i < @PACKS@; i++) {
    const float16 z = zs[i];
    as[i] = @VALUE@;
  }
}

static inline void slopes_@L@(const float16* zs, const float16* as, float16* d, const float alpha) {
  for (int i = 0; i < @PACKS@; i++) {
    const float16 z = zs[i];
    const float16 a = as[i];
    d[i] *= @SLOPE@;
  }
}

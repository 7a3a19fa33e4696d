/*
 * wr_fused_train: many mini-batches of one small network in a single launch, for @NETWORK@.
 *
 * One work-group of one work-item trains one replica from start to end; its numbers stay in private memory, which a
 * processor keeps in registers and first-level cache. Vectors run along units (or along rows, for a narrow output), so a
 * work-item fills the vector unit alone. A batch is taken in tiles of TILE rows.
 *
 *   numbers, marks  (replicas, 1 + SLOTS, VECTORS) vectors: parameters, then optimizer slots; lanes without a unit are 0
 *   rows            (rows, IN + OUTPUTS): inputs, then targets
 *   script, scores  one array, read as whole and as real numbers: first (groups, CHOICES), which replica a group trains
 *                   and where in the array its part of the rest begins: row order, rates, settings, coefficients, keys,
 *                   places of frozen parameters
 *   report          (groups): 0 when all numbers are finite at the end, else NaN; then (measurements, groups, MEASURED):
 *                   sums of the losses of training, validation and test rows, how many of each are answered right, and
 *                   the penalty
 *
 * With steps = 0 it only measures.
 */
static inline float lane_sum4(const float4 v) { return (v.x + v.y) + (v.z + v.w); }
static inline float __attribute__((overloadable)) lane_sum(const float4 v) { return lane_sum4(v); }
static inline float __attribute__((overloadable)) lane_sum(const float8 v) { return lane_sum4(v.lo + v.hi); }
static inline float __attribute__((overloadable)) lane_sum(const float16 v) { return lane_sum(v.lo + v.hi); }

@FUNCTIONS@

/* Puts lanes that stand for no unit back to 0, whatever a rule made of them. */
static inline void tidy(vec* restrict p) {
@TIDY@
}

static inline void add_penalty(const vec* restrict p, vec* restrict g, const int from, const int to, const float l1,
    const float l2) {
  for (int i = from; i < to; i++) {
    const vec one = select(select((vec)0.0f, (vec)1.0f, p[i] > 0.0f), (vec)-1.0f, p[i] < 0.0f);
    g[i] += l1 * one + 2.0f * l2 * p[i];
  }
}

static inline float penalty(const vec* restrict p, const int from, const int to, const float l1, const float l2) {
  vec sum = (vec)0.0f;
  for (int i = from; i < to; i++) sum += l1 * fabs(p[i]) + l2 * p[i] * p[i];
  return lane_sum(sum);
}

/* Every component into ±value, then the whole gradient to at most the length norm. A NaN stays one. */
static inline void clip(vec* restrict g, const float value, const float norm) {
  vec squares = (vec)0.0f;
  for (int i = 0; i < VECTORS; i++) {
    vec one = g[i];
    one = select(one, (vec)value, one > value);
    one = select(one, (vec)-value, one < -value);
    g[i] = one;
    squares += one * one;
  }
  const float length = sqrt(lane_sum(squares));
  if (length > norm) {
    const float scale = norm / length;
    for (int i = 0; i < VECTORS; i++) g[i] *= scale;
  }
}

kernel __attribute__((reqd_work_group_size(1, 1, 1))) void wr_fused_train(global float* restrict numbers,
    global float* restrict marks, global const float* restrict rows, global const int* restrict script,
    global const float* restrict scores, global float* restrict report, const int trainingRows, const int batchRows,
    const int firstBatch, const int steps, const int measureFirst, const int measureEvery) {
  const int group = get_group_id(0);
  const int groups = get_num_groups(0);
  global const int* choice = script + group * CHOICES;
  global vec* mine = (global vec*)numbers + choice[0] * (1 + SLOTS) * VECTORS;
  global const float* setting = scores + choice[9];
  vec P[VECTORS];
  vec G[VECTORS];
  for (int i = 0; i < VECTORS; i++) {
    P[i] = mine[i];
    G[i] = (vec)0.0f;
  }
@LOAD_SLOTS@
  if (choice[2]) {
    global vec* mark = (global vec*)marks + choice[0] * (1 + SLOTS) * VECTORS;
    for (int i = 0; i < (1 + SLOTS) * VECTORS; i++) mark[i] = mine[i];
  }
  const float k0 = setting[0], k1 = setting[1], k2 = setting[2], k3 = setting[3];
  const float l1 = setting[4], l2 = setting[5], clipValue = setting[6], clipNorm = setting[7];
  const bool penalized = l1 != 0.0f || l2 != 0.0f;
  const bool clipped = clipValue < INFINITY || clipNorm < INFINITY;
@ARRAYS@
  int batch = firstBatch;
  int epoch = 0;
  int untilMeasured = measureFirst;
  int measurement = 0;
  bool due = steps == 0;
  for (int step = 0; step < max(steps, 1); step++) {
    if (steps > 0) {
      const int start = batch * batchRows;
      const int n = min(batchRows, trainingRows - start);
      global const int* batchOrder = script + choice[4] + epoch * choice[5] + start;
      const float scale = 1.0f / (DIVISOR * (float)n);
@BEFORE_BATCH@
      for (int first = 0; first < n; first += TILE) {
        for (int s = 0; s < TILE; s++) {
          global const float* row = rows + (choice[3] + batchOrder[min(first + s, n - 1)]) * (IN + OUTPUTS);
          UNROLL for (int i = 0; i < IN; i++) X[s * X_STRIDE + i] = row[i];
          UNROLL for (int k = 0; k < OUTPUTS; k++) Y[OUT(s, k)] = row[IN + k];
        }
@TRAINING_FORWARD@
@BACKWARD@
      }
@PENALTIES@
@FREEZE@
      if (clipped) clip(G, clipValue, clipNorm);
      const float eta = scores[choice[8] + epoch * choice[17]];
      global const float* coefficient = scores + choice[6] + step * choice[7];
      const float c0 = coefficient[0], c1 = coefficient[1], c2 = coefficient[2];
      switch (choice[1]) {
@OPTIMIZERS@
      }
      tidy(P);
@RESTORE@
      if ((batch + 1) * batchRows >= trainingRows) {
        batch = 0;
        epoch++;
        due = --untilMeasured == 0;
      } else {
        batch++;
      }
    }
    if (due) {
      due = false;
      untilMeasured = measureEvery;
      global float* measured = report + groups + (measurement * groups + group) * MEASURED;
      for (int part = 0; part < 3; part++) {
        const int from = choice[11 + 2 * part];
        const int count = choice[12 + 2 * part];
        float total = 0.0f;
        float rest = 0.0f;
        int right = 0;
        for (int first = 0; first < count; first += TILE) {
          for (int s = 0; s < TILE; s++) {
            global const float* row = rows + (from + min(first + s, count - 1)) * (IN + OUTPUTS);
            UNROLL for (int i = 0; i < IN; i++) X[s * X_STRIDE + i] = row[i];
            UNROLL for (int k = 0; k < OUTPUTS; k++) Y[OUT(s, k)] = row[IN + k];
          }
@MEASURING_FORWARD@
          /* Compensated (Kahan 1965), so that many rows add up as well as few. */
          const float more = tile_loss(@OUTPUT_ARRAYS@, Y, lines, min(TILE, count - first)) - rest;
          const float sum = total + more;
          rest = (sum - total) - more;
          total = sum;
          right += tile_right(@ANSWERS@, Y, min(TILE, count - first));
        }
        measured[part] = total;
        measured[3 + part] = (float)right;
      }
      float sumOfPenalties = 0.0f;
@MEASURED_PENALTIES@
      measured[6] = sumOfPenalties;
      measurement++;
    }
  }
  if (steps > 0) {
    vec check = (vec)0.0f;
    for (int i = 0; i < VECTORS; i++) {
      mine[i] = P[i];
      check += P[i] * 0.0f;
    }
@STORE_SLOTS@
    report[group] = lane_sum(check);
  }
}

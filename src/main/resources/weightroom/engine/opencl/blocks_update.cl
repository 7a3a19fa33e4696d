/*
 * A layer's weight gradient and its update in one, for processors: the gradient of a block never leaves its core, nor do
 * the parameters between being read and written. For steps in which nothing has to be known of the whole gradient first.
 * STEPS are the vocabulary's rules, one branch for each that the plan uses, over vectors number places[e] with gradients
 * gs[e].
 *
 * dW = sum over rows of x * delta, db = sum over rows of delta, as in weight_gradient; then penalty, clipping by value,
 * rule; then the changed weights transposed for the next way back, in panels of 16 inputs, if transposedAt >= 0.
 * Global size: (chunks of inputs, pairs of panels, copies).
 */
__kernel void weight_update(
        FEED, __global const float* restrict x, int isData, int in, int inStride, __global const float* restrict delta,
        int UP, int units, __global float* thetas, int P, int weights, int biases,
        __global const float* restrict knobs, __global float* restrict slot0, __global float* restrict slot1,
        int slotStride0, int slotStride1, __global float* restrict transposed, int PT, int transposedAt) {
    int chunk = get_global_id(0);
    int chunks = get_global_size(0);
    int panel = get_global_id(1) * PANELS;
    int r = get_global_id(2);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE)) {
        return;
    }
    __global const int* rows = ROWS_OF(r);
    int panels = UP / 16;
    int next = min(panel + 1, panels - 1);
    int pair = next > panel ? 2 : 1;
    int n = COUNT(record);
    x += isData ? 0 : r * B * inStride;
    __global const float16* d = (__global const float16*)(delta + r * B * UP);
    __global const float* k = knobs + r * KNOBS;
    float k0 = k[0], k1 = k[1], k2 = k[2], k3 = k[3];
    float eta = ETA(record), c0 = C0(record), c1 = C1(record), c2 = C2(record);
    int rule = (int)k[8];
    size_t copy = (size_t)(first + r);
    __global float16* ts = (__global float16*)(thetas + copy * P);
    __global float16* s0s = (__global float16*)(slot0 + copy * slotStride0);
    __global float16* s1s = (__global float16*)(slot1 + copy * slotStride1);
    int start = weights / 16;
    float16 gs[ROWS * PANELS];
    int places[ROWS * PANELS];

    int blocks = (in + ROWS - 1) / ROWS;
    for (int block = chunk * blocks / chunks; block < (chunk + 1) * blocks / chunks; block++) {
        int from = block * ROWS;
        int width = min(ROWS, in - from);
        float16 acc[ROWS][PANELS];
        int columns[ROWS];
        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
            acc[i][0] = (float16)(0.0f);
            acc[i][1] = (float16)(0.0f);
            columns[i] = min(i, width - 1);
        }
        for (int s = 0; s < n; s++) {
            __global const float* xs = x + (size_t)(isData ? row_of(record, rows, s) : s) * inStride + from;
            float16 d0 = d[s * panels + panel];
            float16 d1 = d[s * panels + next];
            _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
                float value = xs[columns[i]];
                acc[i][0] = value * d0 + acc[i][0];
                acc[i][1] = value * d1 + acc[i][1];
            }
        }
        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
            gs[i] = acc[i][0];
            gs[ROWS + i] = acc[i][1];
            places[i] = start + panel * in + from + i;
            places[ROWS + i] = start + next * in + from + i;
        }
        for (int p = 0; p < pair; p++) {
            float penalized = 1.0f;
            int begin = p * ROWS;
            int end = begin + width;
            STEPS
        }
        if (transposedAt >= 0) {
            __global float* out = transposed + copy * PT + transposedAt + from / 16 * units * 16 + from % 16;
            for (int p = 0; p < pair; p++) {
                int unit = (panel + p) * 16;
                __global const float* w = (__global const float*)(ts + places[p * ROWS]);
                for (int u = 0; u < min(16, units - unit); u++) {
                    for (int i = 0; i < width; i++) {
                        out[(unit + u) * 16 + i] = w[i * 16 + u];
                    }
                }
            }
        }
    }
    if (chunk == 0 && biases >= 0) {
        gs[0] = (float16)(0.0f);
        gs[1] = (float16)(0.0f);
        for (int s = 0; s < n; s++) {
            gs[0] += d[s * panels + panel];
            gs[1] += d[s * panels + next];
        }
        places[0] = biases / 16 + panel;
        places[1] = biases / 16 + next;
        float penalized = 0.0f;
        int begin = 0;
        int end = pair;
        STEPS
    }
}

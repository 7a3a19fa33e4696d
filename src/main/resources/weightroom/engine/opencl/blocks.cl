/*
 * The products of a layer for processors. A template over the activation's NAME.
 *
 * Work-groups of one work-item; each computes a block of ROWS rows times PANELS panels of 16 units in vector registers,
 * the loop over the summed index inside. Global size: (row blocks, pairs of panels, copies).
 */
#ifndef ROWS
#define ROWS 8
#define PANELS 2

/* acc[i][p] += sum over k < depth of xs[i][k] * panel p of w at k. */
#define MULTIPLY(acc, xs, w, depth)                                          \
    for (int k = 0; k < (depth); k++) {                                      \
        float16 w0 = w[0][k];                                                \
        float16 w1 = w[1][k];                                                \
        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {                   \
            float x = xs[i][k];                                              \
            acc[i][0] = x * w0 + acc[i][0];                                  \
            acc[i][1] = x * w1 + acc[i][1];                                  \
        }                                                                    \
    }

/* Writes a block to its place; what follows it runs as a loop, so that a kernel stays small and builds fast. */
#define STORE(acc, to)                                                       \
    _Pragma("unroll") for (int i = 0; i < ROWS; i++) {                       \
        int at = (r * B + row + i) * panels;                                 \
        ((__global float16*)to)[at + columns[0]] = acc[i][0];                \
        ((__global float16*)to)[at + columns[1]] = acc[i][1];                \
    }

/*
 * dW = sum over rows of x * delta (k, units), and db = sum over rows of delta. Each work-item: ROWS inputs k times
 * PANELS panels. Global size: (blocks of ROWS inputs, pairs of panels, copies).
 */
__kernel void weight_gradient(
        FEED, __global const float* restrict x, int isData, int in, int inStride, __global const float* restrict delta,
        int UP, __global float* restrict gradient, int P, int weights, int biases) {
    int k0 = get_global_id(0) * ROWS;
    int panel = get_global_id(1) * PANELS;
    int r = get_global_id(2);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE)) {
        return;
    }
    __global const int* rows = ROWS_OF(r);
    int panels = UP / 16;
    int next = min(panel + 1, panels - 1);
    int n = COUNT(record);
    x += isData ? 0 : r * B * inStride;
    __global const float16* d = (__global const float16*)(delta + r * B * UP);
    __global float16* out = (__global float16*)(gradient + r * P + weights);

    if (k0 + ROWS <= in) {
        float16 acc[ROWS][PANELS];
        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
            acc[i][0] = (float16)(0.0f);
            acc[i][1] = (float16)(0.0f);
        }
        for (int s = 0; s < n; s++) {
            __global const float* xs = x + (size_t)(isData ? row_of(record, rows, s) : s) * inStride + k0;
            float16 d0 = d[s * panels + panel];
            float16 d1 = d[s * panels + next];
            _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
                acc[i][0] = xs[i] * d0 + acc[i][0];
                acc[i][1] = xs[i] * d1 + acc[i][1];
            }
        }
        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
            out[panel * in + k0 + i] = acc[i][0];
            out[next * in + k0 + i] = acc[i][1];
        }
    } else {
        for (int k = k0; k < in; k++) {
            float16 acc0 = (float16)(0.0f);
            float16 acc1 = (float16)(0.0f);
            for (int s = 0; s < n; s++) {
                float value = x[(size_t)(isData ? row_of(record, rows, s) : s) * inStride + k];
                acc0 = value * d[s * panels + panel] + acc0;
                acc1 = value * d[s * panels + next] + acc1;
            }
            out[panel * in + k] = acc0;
            out[next * in + k] = acc1;
        }
    }
    if (k0 == 0 && biases >= 0) {
        float16 acc0 = (float16)(0.0f);
        float16 acc1 = (float16)(0.0f);
        for (int s = 0; s < n; s++) {
            acc0 += d[s * panels + panel];
            acc1 += d[s * panels + next];
        }
        __global float16* bias = (__global float16*)(gradient + r * P + biases);
        bias[panel] = acc0;
        bias[next] = acc1;
    }
}
#endif

/* z = xW + b (rows, units), a = f(z) after dropout; with batch norm (biases < 0) z = xW alone. */
__kernel void forward_NAME(
        FEED, __global const float* restrict x, int isData, int in, int inStride, __global const float* restrict theta,
        int P, int weights, int biases, int alpha, __global const float* restrict numbers, int layer, int UP,
        __global float* z, __global float* restrict a) {
    int row = get_global_id(0) * ROWS;
    int panel = get_global_id(1) * PANELS;
    int r = get_global_id(2);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE) || row >= COUNT(record)) {
        return;
    }
    __global const int* rows = ROWS_OF(r);
    theta += (size_t)(first + r) * P;
    int panels = UP / 16;
    int columns[PANELS] = {panel, min(panel + 1, panels - 1)};
    __global const float* xs[ROWS];
    _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
        xs[i] = x + (size_t)(isData ? row_of(record, rows, row + i) : r * B + row + i) * inStride;
    }
    __global const float16* w[PANELS];
    float16 acc[ROWS][PANELS];
    _Pragma("unroll") for (int p = 0; p < PANELS; p++) {
        w[p] = (__global const float16*)(theta + weights) + columns[p] * in;
        float16 bias = biases >= 0 ? ((__global const float16*)(theta + biases))[columns[p]] : (float16)(0.0f);
        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
            acc[i][p] = bias;
        }
    }
    MULTIPLY(acc, xs, w, in)

    float slope = alpha >= 0 ? theta[alpha] : ALPHA(layer);
    float rate = rate_now(record, RATE(layer));
    uint16 lane = (uint16)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    STORE(acc, z)
    if (biases < 0) {
        return;
    }
    _Pragma("nounroll") for (int e = 0; e < ROWS * PANELS; e++) {
        int at = (r * B + row + e / PANELS) * panels + columns[e % PANELS];
        float16 value = value_NAME(((__global const float16*)z)[at], slope);
        if (rate > 0.0f) {
            uint16 unit = lane + (uint)(columns[e % PANELS] * 16);
            value *= keep(KEY(record), rate, layer, unit, (uint16)(row + e / PANELS));
        }
        ((__global float16*)a)[at] = value;
    }
}

/*
 * dL/da of a layer from dL/d(linear part) of the next, which has `units` units, and dL/dz = dL/da * keep * f'(z).
 * The next layer's weights come transposed, in panels of 16 inputs.
 */
__kernel void backward_NAME(
        FEED, __global const float* restrict delta, int units, int deltaStride,
        __global const float* restrict transposed, int PT, int weights, __global const float* restrict theta, int P,
        int alpha, __global const float* restrict numbers, int layer, int UP, __global const float* restrict z,
        __global const float* restrict a, __global float* dA, __global float* restrict dZ) {
    int row = get_global_id(0) * ROWS;
    int panel = get_global_id(1) * PANELS;
    int r = get_global_id(2);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE) || row >= COUNT(record)) {
        return;
    }
    transposed += (size_t)(first + r) * PT + weights;
    int panels = UP / 16;
    int columns[PANELS] = {panel, min(panel + 1, panels - 1)};
    __global const float* xs[ROWS];
    _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
        xs[i] = delta + (r * B + row + i) * deltaStride;
    }
    __global const float16* w[PANELS];
    float16 acc[ROWS][PANELS];
    _Pragma("unroll") for (int p = 0; p < PANELS; p++) {
        w[p] = (__global const float16*)transposed + columns[p] * units;
        _Pragma("unroll") for (int i = 0; i < ROWS; i++) {
            acc[i][p] = (float16)(0.0f);
        }
    }
    MULTIPLY(acc, xs, w, units)

    float slope = alpha >= 0 ? theta[(size_t)(first + r) * P + alpha] : ALPHA(layer);
    float rate = rate_now(record, RATE(layer));
    uint16 lane = (uint16)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    STORE(acc, dA)
    _Pragma("nounroll") for (int e = 0; e < ROWS * PANELS; e++) {
        int at = (r * B + row + e / PANELS) * panels + columns[e % PANELS];
        float16 value = ((__global const float16*)a)[at];
        float16 gradient = ((__global const float16*)dA)[at];
        if (rate > 0.0f) {
            uint16 unit = lane + (uint)(columns[e % PANELS] * 16);
            value *= 1.0f - rate;
            gradient *= keep(KEY(record), rate, layer, unit, (uint16)(row + e / PANELS));
        }
        ((__global float16*)dZ)[at] = gradient * slope_NAME(((__global const float16*)z)[at], value, slope);
    }
}

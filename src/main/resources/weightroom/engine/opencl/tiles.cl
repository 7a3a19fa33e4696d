/*
 * The products of a layer for graphics cards: the kernels of blocks.cl with the same arguments and results. A template
 * over the activation's NAME.
 *
 * Work-groups of TILE x TILE work-items, one per number of the result; both factors come through local memory, a tile at
 * a time. Global size: (padded units, rows rounded up to tiles, copies).
 */
#ifndef TILE
#define TILE 16

/* Sum over k < depth of left(k) * right(k), where LEFT and RIGHT fetch the number that this work-item brings in. */
#define MULTIPLY(sum, depth, LEFT, RIGHT)                                    \
    __local float lefts[TILE][TILE + 1];                                     \
    __local float rights[TILE][TILE + 1];                                    \
    int lane = get_local_id(0);                                              \
    int line = get_local_id(1);                                              \
    for (int start = 0; start < (depth); start += TILE) {                    \
        int k = start + lane;                                                \
        lefts[line][lane] = k < (depth) ? LEFT : 0.0f;                       \
        k = start + line;                                                    \
        rights[line][lane] = k < (depth) ? RIGHT : 0.0f;                     \
        barrier(CLK_LOCAL_MEM_FENCE);                                        \
        for (int i = 0; i < TILE; i++) {                                     \
            sum = lefts[line][i] * rights[i][lane] + sum;                    \
        }                                                                    \
        barrier(CLK_LOCAL_MEM_FENCE);                                        \
    }

/* dW = sum over rows of x * delta (k, units), and db = sum over rows of delta. */
__kernel void weight_gradient(
        FEED, __global const float* restrict x, int isData, int in, int inStride, __global const float* restrict delta,
        int UP, __global float* restrict gradient, int P, int weights, int biases) {
    int unit = get_global_id(0);
    int input = get_global_id(1);
    int r = get_global_id(2);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE)) {
        return;
    }
    __global const int* rows = ROWS_OF(r);
    int n = COUNT(record);
    x += isData ? 0 : r * B * inStride;
    delta += r * B * UP;
    gradient += r * P;
    int column = min(input, in - 1);
    float sum = 0.0f;
    MULTIPLY(sum, n, x[(size_t)(isData ? row_of(record, rows, k) : k) * inStride + column], delta[k * UP + unit])
    if (input < in) {
        gradient[weights + (unit / 16 * in + input) * 16 + unit % 16] = sum;
    }
    if (input == 0 && biases >= 0) {
        float bias = 0.0f;
        for (int s = 0; s < n; s++) {
            bias += delta[s * UP + unit];
        }
        gradient[biases + unit] = bias;
    }
}
#endif

/* z = xW + b (rows, units), a = f(z) after dropout; with batch norm (biases < 0) z = xW alone. */
__kernel void forward_NAME(
        FEED, __global const float* restrict x, int isData, int in, int inStride, __global const float* restrict theta,
        int P, int weights, int biases, int alpha, __global const float* restrict numbers, int layer, int UP,
        __global float* z, __global float* restrict a) {
    int unit = get_global_id(0);
    int row = get_global_id(1);
    int r = get_global_id(2);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE) || (int)get_group_id(1) * TILE >= COUNT(record)) {
        return;
    }
    theta += (size_t)(first + r) * P;
    x += (size_t)(isData ? row_of(record, ROWS_OF(r), row) : r * B + row) * inStride;
    __global const float* w = theta + weights + unit / 16 * in * 16 + unit % 16;
    float sum = biases >= 0 ? theta[biases + unit] : 0.0f;
    MULTIPLY(sum, in, x[k], w[k * 16])

    int at = (r * B + row) * UP + unit;
    z[at] = sum;
    if (biases >= 0) {
        float slope = alpha >= 0 ? theta[alpha] : ALPHA(layer);
        float rate = rate_now(record, RATE(layer));
        a[at] = value_NAME(sum, slope) * keep(KEY(record), rate, layer, (uint)unit, (uint)row);
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
    int unit = get_global_id(0);
    int row = get_global_id(1);
    int r = get_global_id(2);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE) || (int)get_group_id(1) * TILE >= COUNT(record)) {
        return;
    }
    __global const float* d = delta + (r * B + row) * deltaStride;
    __global const float* w =
            transposed + (size_t)(first + r) * PT + weights + unit / 16 * units * 16 + unit % 16;
    float sum = 0.0f;
    MULTIPLY(sum, units, d[k], w[k * 16])

    int at = (r * B + row) * UP + unit;
    float slope = alpha >= 0 ? theta[(size_t)(first + r) * P + alpha] : ALPHA(layer);
    float rate = rate_now(record, RATE(layer));
    float kept = keep(KEY(record), rate, layer, (uint)unit, (uint)row);
    dA[at] = sum;
    dZ[at] = sum * kept * slope_NAME(z[at], a[at] * (1.0f - rate), slope);
}

/*
 * From the gradient of the data loss to new parameters: penalty, clipping, the optimizer's rule. RULES are the
 * vocabulary's statements, one branch for each rule that the plan uses.
 *
 * The trainable parameters of a copy, T of its P numbers, are cut into as many chunks of vectors as there are work-items.
 * Global size: (chunks, copies).
 */

/*
 * Before and after an update: frozen parameters and their slots are put away, and put back. In between they are 0 with a
 * gradient of 0, so that they add nothing to the penalty or to the length of the gradient. `frozen` holds pairs:
 * which copy, and which of its numbers; a slot that has no numbers has a stride of
 * 0. Global size: (padded number of pairs).
 */
__kernel void put_away(
        __global float* restrict thetas, int P, __global float* restrict gradient, __global float* restrict slot0,
        __global float* restrict slot1, int slotStride0, int slotStride1, __global const int* restrict frozen, int count,
        __global float* restrict kept) {
    int i = get_global_id(0);
    if (i >= count) {
        return;
    }
    size_t at = (size_t)frozen[2 * i] * P + frozen[2 * i + 1];
    kept[3 * i] = thetas[at];
    thetas[at] = 0.0f;
    gradient[at] = 0.0f;
    if (slotStride0 > 0) {
        kept[3 * i + 1] = slot0[at];
    }
    if (slotStride1 > 0) {
        kept[3 * i + 2] = slot1[at];
    }
}

__kernel void put_back(
        __global float* restrict thetas, int P, __global float* restrict slot0, __global float* restrict slot1,
        int slotStride0, int slotStride1, __global const int* restrict frozen, int count,
        __global const float* restrict kept) {
    int i = get_global_id(0);
    if (i >= count) {
        return;
    }
    size_t at = (size_t)frozen[2 * i] * P + frozen[2 * i + 1];
    thetas[at] = kept[3 * i];
    if (slotStride0 > 0) {
        slot0[at] = kept[3 * i + 1];
    }
    if (slotStride1 > 0) {
        slot1[at] = kept[3 * i + 2];
    }
}

/* Knobs of a copy: k0..k3, l1, l2, clip by value, clip by norm, and which branch of RULES is its rule. */
#define KNOBS 16

/* g of one vector, penalty included and clipped by value; isWeight is 0 where no penalty falls. */
static inline float16 total_gradient(float16 g, float16 theta, float isWeight, __global const float* k) {
    g += isWeight * (k[4] * sign(theta) + 2.0f * k[5] * theta);
    return wr_clip(g, k[6]);
}

/* Each chunk's part of the squared length of the whole gradient. */
__kernel void squares(
        FEED, __global const float* restrict theta, int P, int T, __global const float* restrict gradient,
        __global const float* restrict isWeight, __global const float* restrict knobs, __global float* restrict parts) {
    int chunk = get_global_id(0);
    int chunks = get_global_size(0);
    int r = get_global_id(1);
    if (!HAS(RECORD(r), ACTIVE)) {
        return;
    }
    __global const float16* g = (__global const float16*)(gradient + r * P);
    __global const float16* t = (__global const float16*)(theta + (size_t)(first + r) * P);
    int vectors = T / 16;
    int end = (int)((long)(chunk + 1) * vectors / chunks);
    float16 sum = (float16)(0.0f);
    for (int i = (int)((long)chunk * vectors / chunks); i < end; i++) {
        float16 total = total_gradient(g[i], t[i], isWeight[i], knobs + r * KNOBS);
        sum += total * total;
    }
    float8 eight = sum.lo + sum.hi;
    float4 four = eight.lo + eight.hi;
    parts[r * chunks + chunk] = four.x + four.y + four.z + four.w;
}

__kernel void update(
        FEED, __global float* restrict thetas, int P, int T, __global const float* restrict gradient,
        __global const float* restrict isWeight, __global const float* restrict knobs,
        __global const float* restrict parts, __global float* restrict slot0, __global float* restrict slot1,
        int slotStride0, int slotStride1) {
    int chunk = get_global_id(0);
    int chunks = get_global_size(0);
    int r = get_global_id(1);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE)) {
        return;
    }
    __global const float* k = knobs + r * KNOBS;
    float k0 = k[0], k1 = k[1], k2 = k[2], k3 = k[3];
    float eta = ETA(record), c0 = C0(record), c1 = C1(record), c2 = C2(record);
    float scale = 1.0f;
    if (isfinite(k[7])) {
        float squared = 0.0f;
        for (int i = 0; i < chunks; i++) {
            squared += parts[r * chunks + i];
        }
        float norm = sqrt(squared);
        scale = norm > k[7] ? k[7] / norm : 1.0f;
    }
    __global const float16* gs = (__global const float16*)(gradient + r * P);
    __global float16* ts = (__global float16*)(thetas + (size_t)(first + r) * P);
    __global float16* s0s = (__global float16*)(slot0 + (size_t)(first + r) * slotStride0);
    __global float16* s1s = (__global float16*)(slot1 + (size_t)(first + r) * slotStride1);
    int vectors = T / 16;
    int begin = (int)((long)chunk * vectors / chunks);
    int end = (int)((long)(chunk + 1) * vectors / chunks);
    int rule = (int)k[8];
RULES
}

/*
 * Weights in panels of 16 inputs, for the way back: (k, u) at (k/16 * units + u) * 16 + k%16. Global size: (panels of
 * inputs, copies).
 */
__kernel void transpose(
        FEED, __global const float* restrict theta, int P, int weights, int in, int units,
        __global float* restrict transposed, int PT, int start) {
    int panel = get_global_id(0);
    int r = get_global_id(1);
    int width = min(16, in - panel * 16);
    for (int u = 0; u < units; u++) {
        __global const float* w =
                theta + (size_t)(first + r) * P + weights + (u / 16 * in + panel * 16) * 16 + u % 16;
        __global float* out = transposed + (size_t)(first + r) * PT + start + (panel * units + u) * 16;
        for (int k = 0; k < width; k++) {
            out[k] = w[k * 16];
        }
    }
}

/* The next step of the table. One work-item. */
__kernel void advance(__global int* feed) {
    feed[0]++;
}

/*
 * parts[(row * copies + copy) * chunks + chunk] is 0 if every number of the chunk is finite, else NaN. Each copy has
 * `stride` numbers. Global size: (chunks, copies).
 */
__kernel void finite(__global const float* restrict numbers, int stride, __global float* restrict parts, int row) {
    int chunk = get_global_id(0);
    int chunks = get_global_size(0);
    int r = get_global_id(1);
    __global const float16* x = (__global const float16*)(numbers + (size_t)r * stride);
    int vectors = stride / 16;
    int end = (int)((long)(chunk + 1) * vectors / chunks);
    float16 sum = (float16)(0.0f);
    for (int i = (int)((long)chunk * vectors / chunks); i < end; i++) {
        sum += x[i] * 0.0f;
    }
    float8 eight = sum.lo + sum.hi;
    float4 four = eight.lo + eight.hi;
    parts[(row * get_global_size(1) + r) * chunks + chunk] = four.x + four.y + four.z + four.w;
}

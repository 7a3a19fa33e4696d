/*
 * Batch norm (Ioffe & Szegedy 2015) between the product and the activation: z = gamma * h + beta with
 * h = (v - mean)/sqrt(variance + 1e-5). A template over the activation's NAME.
 *
 * One work-item per panel of 16 units, which walks over the batch. Global size: (panels, copies).
 */
#ifndef EPSILON
#define EPSILON 1e-5f
#define MOMENTUM 0.1f

/*
 * dgamma = sum dz * h, dbeta = sum dz, dv = gamma/sqrt(variance + eps) * (dz - dbeta/n - h * dgamma/n).
 */
__kernel void normalize_backward(
        FEED, __global const float* restrict theta, int P, int gamma, int beta, int UP,
        __global const float* restrict hs, __global const float* restrict inverses, __global const float* restrict dZ,
        __global float* restrict dV, __global float* restrict gradient) {
    int panel = get_global_id(0);
    int r = get_global_id(1);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE)) {
        return;
    }
    int panels = UP / 16;
    int n = COUNT(record);
    __global const float16* h = (__global const float16*)hs + r * B * panels + panel;
    __global const float16* dz = (__global const float16*)dZ + r * B * panels + panel;
    __global float16* dv = (__global float16*)dV + r * B * panels + panel;
    float16 dGamma = (float16)(0.0f);
    float16 dBeta = (float16)(0.0f);
    for (int s = 0; s < n; s++) {
        dGamma += dz[s * panels] * h[s * panels];
        dBeta += dz[s * panels];
    }
    ((__global float16*)(gradient + r * P + gamma))[panel] = dGamma;
    ((__global float16*)(gradient + r * P + beta))[panel] = dBeta;
    float16 scale = ((__global const float16*)(theta + (size_t)(first + r) * P + gamma))[panel]
            * ((__global const float16*)inverses)[r * panels + panel];
    dGamma /= (float)n;
    dBeta /= (float)n;
    for (int s = 0; s < n; s++) {
        dv[s * panels] = scale * (dz[s * panels] - dBeta - h[s * panels] * dGamma);
    }
}
#endif

/* hs holds v = xW before and h after. The running statistics are updated when the record says so. */
__kernel void normalize_NAME(
        FEED, __global float* restrict theta, int P, int gamma, int beta, int runningMean, int runningVariance,
        int alpha, __global const float* restrict numbers, int layer, int UP, __global float* restrict hs,
        __global float* restrict inverses, __global float* restrict zs, __global float* restrict as) {
    int panel = get_global_id(0);
    int r = get_global_id(1);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE)) {
        return;
    }
    theta += (size_t)(first + r) * P;
    int panels = UP / 16;
    int n = COUNT(record);
    __global float16* h = (__global float16*)hs + r * B * panels + panel;
    __global float16* storedMean = (__global float16*)(theta + runningMean) + panel;
    __global float16* storedVariance = (__global float16*)(theta + runningVariance) + panel;
    float16 mean = *storedMean;
    float16 variance = *storedVariance;
    if (HAS(record, TRAINING)) {
        mean = (float16)(0.0f);
        variance = (float16)(0.0f);
        for (int s = 0; s < n; s++) {
            mean += h[s * panels];
        }
        mean /= (float)n;
        for (int s = 0; s < n; s++) {
            variance += (h[s * panels] - mean) * (h[s * panels] - mean);
        }
        variance /= (float)n;
    }
    if (HAS(record, STATISTICS)) {
        *storedMean = (1.0f - MOMENTUM) * *storedMean + MOMENTUM * mean;
        *storedVariance = (1.0f - MOMENTUM) * *storedVariance + MOMENTUM * variance * ((float)n / (float)(n - 1));
    }
    float16 inverse = 1.0f / sqrt(variance + EPSILON);
    ((__global float16*)inverses)[r * panels + panel] = inverse;
    float16 scale = ((__global const float16*)(theta + gamma))[panel];
    float16 shift = ((__global const float16*)(theta + beta))[panel];
    float slope = alpha >= 0 ? theta[alpha] : ALPHA(layer);
    float rate = rate_now(record, RATE(layer));
    uint16 lane = (uint16)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    for (int s = 0; s < n; s++) {
        int at = (r * B + s) * panels + panel;
        float16 normalized = (h[s * panels] - mean) * inverse;
        float16 z = scale * normalized + shift;
        float16 value = value_NAME(z, slope);
        h[s * panels] = normalized;
        ((__global float16*)zs)[at] = z;
        ((__global float16*)as)[at] = value * keep(KEY(record), rate, layer, lane + (uint)(panel * 16), (uint16)(s));
    }
}

/*
 * What stands behind the output layer: softmax, the loss of each row, and where the gradient starts.
 *
 * One work-item per row of the batch. Global size: (B, copies). LOSS_VALUE, LOSS_SLOPE, OUTPUT_SLOPE (the slope function
 * of the output's activation) and the switches FROM_LOGITS, SOFTMAX, PERCEPTRON and FIT (1: from sigmoid logits, 2: from
 * softmax logits) are defined before it. The divisor is that of the row's sum.
 */
__kernel void head(
        FEED, __global const float* restrict targets, int c, int UP, __global const float* restrict theta, int P,
        int alpha, __global const float* restrict numbers, int layer, __global const float* restrict zs,
        __global float* restrict as, __global float* restrict dA, __global float* restrict dZ,
        __global float* restrict losses, float divisor) {
    int row = get_global_id(0);
    int r = get_global_id(1);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE) || row >= COUNT(record)) {
        return;
    }
    int at = (r * B + row) * UP;
    zs += at;
    as += at;
    dA += at;
    dZ += at;
    float slope = alpha >= 0 ? theta[(size_t)(first + r) * P + alpha] : ALPHA(layer);

    float logSum = 0.0f;
    if (SOFTMAX) {
        float largest = zs[0];
        for (int j = 1; j < c; j++) {
            largest = fmax(largest, zs[j]);
        }
        for (int j = 0; j < c; j++) {
            logSum += wr_exp(zs[j] - largest);
        }
        logSum = largest + log(logSum);
        for (int j = 0; j < c; j++) {
            as[j] = wr_exp(zs[j] - logSum);
        }
    }
    if (!HAS(record, LOSS) && !HAS(record, GRADIENT)) {
        return;
    }
    __global const float* ys = targets + (size_t)row_of(record, ROWS_OF(r), row) * c;
    float t = 0.0f;
    float ySum = 0.0f;
    float v = 0.0f;
    for (int j = 0; j < c; j++) {
        t += ys[j] * as[j];
        ySum += ys[j];
    }
    for (int j = 0; j < c; j++) {
        v += ys[j] == 0.0f && as[j] - t + 1.0f > 0.0f ? 1.0f : 0.0f;
    }
    float scale = 1.0f / (divisor * (float)COUNT(record));
    float sum = 0.0f;
    float mean = 0.0f;
    for (int j = 0; j < c; j++) {
        float z = zs[j];
        float p = as[j];
        float y = ys[j];
        float logp = FIT == 1 ? -value_softplus(-z, 0.0f) : z - logSum;
        sum += LOSS_VALUE;
        if (!HAS(record, GRADIENT)) {
            continue;
        }
        float gradient = PERCEPTRON ? (p - y) / (float)COUNT(record) : LOSS_SLOPE * scale;
        dA[j] = FROM_LOGITS + PERCEPTRON > 0 ? NAN : gradient;
        if (FROM_LOGITS + PERCEPTRON > 0) {
            dZ[j] = gradient;
        } else {
            dZ[j] = SOFTMAX ? gradient : gradient * OUTPUT_SLOPE(z, p, slope);
            mean += p * gradient;
        }
    }
    losses[r * B + row] = sum / divisor;
    if (!HAS(record, GRADIENT)) {
        return;
    }
    if (SOFTMAX > FROM_LOGITS) {
        for (int j = 0; j < c; j++) {
            dZ[j] = as[j] * (dZ[j] - mean);
        }
    }
}

/*
 * dL/d(alpha) = sum of dL/da * keep * min(z, 0) over the batch and the layer. One work-item per copy.
 */
__kernel void alpha_gradient(
        FEED, int units, int UP, int layer, __global const float* restrict numbers, __global const float* restrict z,
        __global const float* restrict dA, __global float* restrict gradient, int P, int alpha) {
    int r = get_global_id(0);
    __global const int* record = RECORD(r);
    if (!HAS(record, ACTIVE)) {
        return;
    }
    float rate = rate_now(record, RATE(layer));
    float total = 0.0f;
    for (int s = 0; s < COUNT(record); s++) {
        float sum = 0.0f;
        for (int u = 0; u < units; u++) {
            int at = (r * B + s) * UP + u;
            sum += dA[at] * keep(KEY(record), rate, layer, (uint)u, (uint)s) * select(z[at], 0.0f, z[at] > 0.0f);
        }
        total += sum;
    }
    gradient[r * P + alpha] = total;
}

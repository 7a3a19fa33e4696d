/*
 * What the kernels of the layered program share.
 *
 * Shapes. R copies of the network stand behind one another in every buffer. A layer's units are padded to UP, a multiple
 * of 16, so that rows of activations (B, UP) are whole vectors; batches are padded to B rows. Weights stand in panels of 16
 * units: weight (k, u) at (u/16 * in + k) * 16 + u%16, so that a product reads them from front to back. What is computed
 * in padding is 0 or never read.
 *
 * Feed. All that changes from step to step is read from a table, so that steps can be queued without the host taking
 * part: feed[0] is the step within the table, then (step, copy) records of 8 words, then (step, copy) row indices.
 */
#define FEED __global const int* restrict feed, int copies, int steps, int B, int first
#define RECORD(r) (feed + 16 + (feed[0] * copies + (r)) * 8)
#define ROWS_OF(r) (feed + 16 + steps * copies * 8 + (feed[0] * copies + (r)) * B)

/* Words of a record. */
#define COUNT(record) ((record)[0])
#define KEY(record) ((uint)(record)[1])
#define ETA(record) as_float((record)[2])
#define C0(record) as_float((record)[3])
#define C1(record) as_float((record)[4])
#define C2(record) as_float((record)[5])
#define BASE(record) ((record)[6])
#define HAS(record, flag) (((record)[7] & (flag)) != 0)
#define ACTIVE 1
#define CONSECUTIVE 2
#define TRAINING 4
#define STATISTICS 8
#define LOSS 16
#define GRADIENT 32

/* Numbers of a layer: its alpha and its dropout rate. */
#define ALPHA(layer) numbers[(layer) * 2]
#define RATE(layer) numbers[(layer) * 2 + 1]

/* Which row of the data is row i of the batch; rows past the end repeat the last. */
static inline int row_of(__global const int* record, __global const int* rows, int i) {
    i = min(i, COUNT(record) - 1);
    return BASE(record) + (HAS(record, CONSECUTIVE) ? i : rows[i]);
}

/* The dropout rate that holds now. */
static inline float rate_now(__global const int* record, float rate) {
    return HAS(record, TRAINING) ? rate : 0.0f;
}

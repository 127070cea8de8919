#include "WideScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define FOR_AVX2 __attribute__((target("avx2")))

/* The bits by which `odd` knows a byte: both its halves must have the same one. */
enum { open = 1, ampersand = 2, carriage_return = 4, underscore = 8, e0_ed = 16, c0_c1 = 32, f0_ff = 64 };

/*
 * The bytes that are not plain by themselves: `<`, `&`, `_`, carriage return, and those in UTF-8 that nothing may begin with
 * (C0, C1), that only some bytes may follow (E0, ED), or that begin four bytes (F0 and above). Others are nought.
 */
FOR_AVX2 static inline __m256i odd(__m256i bytes) {
    const __m256i by_low_half = _mm256_broadcastsi128_si256(_mm_setr_epi8(
        e0_ed | c0_c1 | f0_ff, c0_c1 | f0_ff, f0_ff, f0_ff, f0_ff, f0_ff, ampersand | f0_ff, f0_ff, f0_ff, f0_ff, f0_ff,
        f0_ff, open | f0_ff, carriage_return | e0_ed | f0_ff, f0_ff, underscore | f0_ff));
    const __m256i by_high_half = _mm256_broadcastsi128_si256(_mm_setr_epi8(
        carriage_return, 0, ampersand, open, 0, underscore, 0, 0, 0, 0, 0, 0, c0_c1, 0, e0_ed, f0_ff));
    const __m256i half = _mm256_set1_epi8(0x0F);
    const __m256i low = _mm256_and_si256(bytes, half);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    return _mm256_and_si256(_mm256_shuffle_epi8(by_low_half, low), _mm256_shuffle_epi8(by_high_half, high));
}

/* All ones for bytes that are at least `least`, as numbers without a sign. */
FOR_AVX2 static inline __m256i at_least(__m256i bytes, uint8_t least) {
    return _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)least)), bytes);
}

FOR_AVX2 static size_t plain_text(const uint8_t *bytes, size_t index, size_t count) {
    while (count - index >= 32) {
        const uint8_t *at = bytes + index;
        const __m256i here = _mm256_loadu_si256((const __m256i *)at);
        const __m256i behind_one = _mm256_loadu_si256((const __m256i *)(at - 1));
        const __m256i behind_two = _mm256_loadu_si256((const __m256i *)(at - 2));
        /* Those from 80 to BF, which as numbers with a sign are below C0, and where there must be one. */
        const __m256i continues = _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xC0), here);
        const __m256i must_continue = _mm256_or_si256(at_least(behind_one, 0xC0), at_least(behind_two, 0xE0));
        const __m256i wrong = _mm256_or_si256(_mm256_xor_si256(continues, must_continue), odd(here));
        if (!_mm256_testz_si256(wrong, wrong)) break;
        index += 32;
    }
    return index;
}

FOR_AVX2 static size_t no_special_marks(const uint8_t *bytes, size_t index, size_t count) {
    const __m256i opening = _mm256_set1_epi8('<');
    const __m256i exclamation = _mm256_set1_epi8('!'), question = _mm256_set1_epi8('?');
    /* One byte more than the thirty-two is looked at. */
    while (count - index > 32) {
        const uint8_t *at = bytes + index;
        const __m256i here = _mm256_loadu_si256((const __m256i *)at);
        const __m256i next = _mm256_loadu_si256((const __m256i *)(at + 1));
        const __m256i mark = _mm256_or_si256(_mm256_cmpeq_epi8(next, exclamation), _mm256_cmpeq_epi8(next, question));
        if (!_mm256_testz_si256(_mm256_cmpeq_epi8(here, opening), mark)) break;
        index += 32;
    }
    return index;
}

size_t wide_plain_text(const uint8_t *bytes, size_t index, size_t count) {
    if (index < 2 || index > count || !__builtin_cpu_supports("avx2")) return index;
    return plain_text(bytes, index, count);
}

size_t wide_no_special_marks(const uint8_t *bytes, size_t index, size_t count) {
    if (index > count || !__builtin_cpu_supports("avx2")) return index;
    return no_special_marks(bytes, index, count);
}

#else

size_t wide_plain_text(const uint8_t *bytes, size_t index, size_t count) { return index; }
size_t wide_no_special_marks(const uint8_t *bytes, size_t index, size_t count) { return index; }

#endif

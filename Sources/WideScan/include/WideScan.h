#ifndef WIDE_SCAN_H
#define WIDE_SCAN_H

#include <stddef.h>
#include <stdint.h>

/*
 * Looks at thirty-two bytes at once where the processor can, which Swift's own vectors cannot find out while the program runs.
 * Both functions may stop short of what they look for, and where the processor cannot they do so at once: whoever calls goes
 * on from there byte by byte, and is right without them.
 */

/*
 * How far from `index` on the text is plain: UTF-8 of at most three bytes a sign, with no `<`, `&`, `_` and carriage return.
 * Reads from two bytes before `index`, which must be there, and nothing at or behind `count`.
 */
size_t wide_plain_text(const uint8_t *bytes, size_t index, size_t count);

/*
 * How far from `index` on there is no `<!` and no `<?`. Reads nothing at or behind `count`.
 */
size_t wide_no_special_marks(const uint8_t *bytes, size_t index, size_t count);

#endif

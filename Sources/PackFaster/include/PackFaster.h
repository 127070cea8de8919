#ifndef PACK_FASTER_H
#define PACK_FASTER_H

/* zlib's own declarations: `deflateInit2_`, `deflate` and `deflateEnd` are what this target answers. */
#include <zlib.h>

#endif

/*
 * Packs what goes into .xlsx files with ISA-L, several times as fast as zlib does.
 *
 * libxlsxwriter and libzip call zlib and offer no choice, and most of the time that writing a workbook took was
 * zlib's search for repetitions. A definition in the program comes before one in a shared library, so their calls to the three
 * functions below arrive here. Raw streams, which is what stands in a zip entry, are packed by ISA-L; every other stream is
 * zlib's as before. Where the linker binds libraries to each other directly, as on a Mac, nothing arrives here and zlib does
 * all the work.
 *
 * The same input gives the same bytes with the same ISA-L on the same kind of processor, as it does with zlib.
 */
#if defined(__linux__)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <isa-l.h>
#include <stdlib.h>

#include "PackFaster.h"

/*
 * What stands behind `z_stream.state` of a stream that is packed here. zlib's own state begins with a pointer back to its
 * stream and is refused by zlib where it does not, so that a function of zlib that is not answered here (`deflateReset`,
 * say) reports an error and touches nothing.
 */
struct packing {
    z_streamp never;
    const void *mark;
    struct isal_zstream stream;
    uint8_t room[ISAL_DEF_LVL1_DEFAULT];
};

static const char mark;

static struct packing *packing_of(z_streamp stream) {
    struct packing *packing = stream == NULL ? NULL : (struct packing *)stream->state;
    return packing != NULL && packing->never == NULL && packing->mark == &mark ? packing : NULL;
}

int deflateInit2_(
    z_streamp stream, int level, int method, int window, int memory, int strategy, const char *version, int size) {
    if (stream == NULL) return Z_STREAM_ERROR;
    if (window != -MAX_WBITS || method != Z_DEFLATED || level == Z_NO_COMPRESSION || size != (int)sizeof(z_stream)) {
        int (*zlib)(z_streamp, int, int, int, int, int, const char *, int) = dlsym(RTLD_NEXT, "deflateInit2_");
        return zlib == NULL ? Z_VERSION_ERROR : zlib(stream, level, method, window, memory, strategy, version, size);
    }
    struct packing *packing = malloc(sizeof *packing);
    if (packing == NULL) return Z_MEM_ERROR;
    packing->never = NULL;
    packing->mark = &mark;
    isal_deflate_init(&packing->stream);
    packing->stream.gzip_flag = IGZIP_DEFLATE;
    packing->stream.level = 1;
    packing->stream.level_buf = packing->room;
    packing->stream.level_buf_size = sizeof packing->room;
    stream->state = (struct internal_state *)packing;
    stream->total_in = stream->total_out = 0;
    stream->msg = NULL;
    stream->data_type = Z_BINARY;
    return Z_OK;
}

int deflate(z_streamp stream, int flush) {
    struct packing *packing = packing_of(stream);
    if (packing == NULL) {
        int (*zlib)(z_streamp, int) = dlsym(RTLD_NEXT, "deflate");
        return zlib == NULL ? Z_STREAM_ERROR : zlib(stream, flush);
    }
    struct isal_zstream *inner = &packing->stream;
    inner->next_in = stream->next_in;
    inner->avail_in = stream->avail_in;
    inner->next_out = stream->next_out;
    inner->avail_out = stream->avail_out;
    inner->end_of_stream = flush == Z_FINISH;
    inner->flush = flush == Z_NO_FLUSH || flush == Z_FINISH ? NO_FLUSH : flush == Z_FULL_FLUSH ? FULL_FLUSH : SYNC_FLUSH;
    if (isal_deflate(inner) != COMP_OK) return Z_STREAM_ERROR;
    int moved = inner->avail_in != stream->avail_in || inner->avail_out != stream->avail_out;
    stream->total_in += stream->avail_in - inner->avail_in;
    stream->total_out += stream->avail_out - inner->avail_out;
    stream->next_in = inner->next_in;
    stream->avail_in = inner->avail_in;
    stream->next_out = inner->next_out;
    stream->avail_out = inner->avail_out;
    if (inner->internal_state.state == ZSTATE_END) return Z_STREAM_END;
    return moved ? Z_OK : Z_BUF_ERROR;
}

int deflateEnd(z_streamp stream) {
    struct packing *packing = packing_of(stream);
    if (packing == NULL) {
        int (*zlib)(z_streamp) = dlsym(RTLD_NEXT, "deflateEnd");
        return zlib == NULL ? Z_STREAM_ERROR : zlib(stream);
    }
    stream->state = NULL;
    free(packing);
    return Z_OK;
}
#endif

// The floor under any reader of a workbook on this machine: every worksheet part unpacked by ISA-L in one thread, its
// CRC checked, while another passes over the bytes once, finds each <v> and adds up its digits. Nothing is kept.
//
// usage: floor FILE
#include <isa-l.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { CHUNK = 512 << 10, SLOTS = 4 };

static struct {
    unsigned char bytes[CHUNK + 16];
    size_t count;
} slots[SLOTS];
static size_t filled, emptied;
static int finished;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static unsigned long long cells, sum;

static void *scan(void *unused) {
    (void)unused;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (emptied == filled && !finished) pthread_cond_wait(&changed, &lock);
        int none = emptied == filled;
        pthread_mutex_unlock(&lock);
        if (none) return NULL;
        const unsigned char *at = slots[emptied % SLOTS].bytes, *end = at + slots[emptied % SLOTS].count;
        while ((at = memchr(at, '<', (size_t)(end - at)))) {
            if (at[1] == 'v' && at[2] == '>') {
                unsigned long long value = 0;
                for (at += 3; *at - '0' < 10u; at++) value = value * 10 + (*at - '0');
                sum += value;
                cells++;
            } else {
                at++;
            }
        }
        pthread_mutex_lock(&lock);
        emptied++;
        pthread_cond_signal(&changed);
        pthread_mutex_unlock(&lock);
    }
}

static void unpack(zip_t *archive, zip_uint64_t index, const zip_stat_t *entry) {
    static struct inflate_state state;
    static unsigned char packed[128 << 10];
    zip_file_t *file = zip_fopen_index(archive, index, ZIP_FL_COMPRESSED);
    if (!file) exit(2);
    isal_inflate_init(&state);
    state.avail_in = 0;
    unsigned int checksum = 0;
    while (state.block_state != ISAL_BLOCK_FINISH) {
        pthread_mutex_lock(&lock);
        while (filled - emptied == SLOTS) pthread_cond_wait(&changed, &lock);
        pthread_mutex_unlock(&lock);
        unsigned char *out = slots[filled % SLOTS].bytes;
        size_t count = 0;
        while (count < CHUNK && state.block_state != ISAL_BLOCK_FINISH) {
            if (state.avail_in == 0) {
                zip_int64_t read = zip_fread(file, packed, sizeof packed);
                if (read <= 0) exit(2);
                state.next_in = packed;
                state.avail_in = (unsigned int)read;
            }
            state.next_out = out + count;
            state.avail_out = (unsigned int)(CHUNK - count);
            if (isal_inflate(&state) < 0) exit(2);
            count = CHUNK - state.avail_out;
        }
        checksum = crc32_gzip_refl(checksum, out, count);
        memset(out + count, 0, 16);
        pthread_mutex_lock(&lock);
        slots[filled % SLOTS].count = count;
        filled++;
        pthread_cond_signal(&changed);
        pthread_mutex_unlock(&lock);
    }
    if (checksum != entry->crc) exit(2);
    zip_fclose(file);
}

int main(int count, char **arguments) {
    zip_t *archive = count > 1 ? zip_open(arguments[1], ZIP_RDONLY, NULL) : NULL;
    if (!archive) return 2;
    pthread_t scanner;
    pthread_create(&scanner, NULL, scan, NULL);
    for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); index++) {
        zip_stat_t entry;
        if (zip_stat_index(archive, (zip_uint64_t)index, 0, &entry) || entry.comp_method != ZIP_CM_DEFLATE) continue;
        if (strncmp(entry.name, "xl/worksheets/sheet", 19) && strcmp(entry.name, "xl/sharedStrings.xml")) continue;
        unpack(archive, (zip_uint64_t)index, &entry);
    }
    pthread_mutex_lock(&lock);
    finished = 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    pthread_join(scanner, NULL);
    printf("%llu cells, %llu\n", cells, sum);
    return 0;
}

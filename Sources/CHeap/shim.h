#include <stdlib.h>

// Only the GNU C library lets a program say how its heap is kept.
#ifdef __GLIBC__
#include <malloc.h>
#endif

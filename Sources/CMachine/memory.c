// Swift's Glibc module leaves <malloc.h> out.
#include "CMachine.h"

#if defined(__GLIBC__) || defined(__gnu_linux__)
#include <malloc.h>
#endif

void machine_keep_memory(int bytes) {
#if defined(M_TRIM_THRESHOLD) && defined(M_MMAP_THRESHOLD)
    mallopt(M_MMAP_THRESHOLD, bytes);
    mallopt(M_TRIM_THRESHOLD, bytes);
#else
    (void)bytes;
#endif
}

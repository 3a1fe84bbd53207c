#include "CProcess.h"

#include <malloc.h>

void cp_heap_set_step(int bytes) {
  mallopt(M_TOP_PAD, bytes);
  mallopt(M_TRIM_THRESHOLD, bytes);
  mallopt(M_MMAP_THRESHOLD, bytes);
}

#include "CBuild.h"

#ifndef SKEIN_COMMIT
#define SKEIN_COMMIT ""
#endif

const char *cb_commit(void) { return SKEIN_COMMIT; }

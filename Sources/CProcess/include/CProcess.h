#ifndef CPROCESS_H
#define CPROCESS_H
#include <sys/types.h>

/// Opens a pipe that no other program inherits; 0, or -1 with `errno`.
int cp_pipe(int *read_end, int *write_end);

/// Starts a program, looked up in `PATH`, that ends when the calling thread does.
///
/// Reads nothing; writes to `output`, `errors` and, as descriptor 3, to `extra`. The process, or -1
/// with `errno`. It ends with status 127 if there is no such program.
pid_t cp_start(char *const arguments[], int output, int errors, int extra);

#endif

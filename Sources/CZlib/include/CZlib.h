#ifndef SKEIN_CZLIB_H
#define SKEIN_CZLIB_H

#include <stdlib.h>

/// What came of unpacking.
typedef enum {
  /// All of it was unpacked.
  SKEIN_UNPACKED_ALL,
  /// The data end early or are damaged; what stands before that was unpacked.
  SKEIN_UNPACKED_PART,
  /// It unpacks to more than was allowed.
  SKEIN_UNPACKED_TOO_LARGE,
  SKEIN_UNPACKED_NO_MEMORY,
} skein_unpacked;

/// Unpacks `length` bytes that gzip wrote, one file or several behind each other, to `limit` bytes at
/// most.
///
/// `output` becomes memory of `count` bytes to be freed with `free`, whatever the result; it may be
/// NULL. O(count); safe on several threads.
skein_unpacked skein_gunzip(const unsigned char *input, size_t length, unsigned char **output,
                            size_t *count, size_t limit);

/// How many bytes `length` bytes take at most when `skein_gzip` has packed them.
size_t skein_gzip_bound(size_t length);

/// Packs `length` bytes as gzip does into `output`, which has room for `capacity` bytes; returns how
/// many it wrote, 0 without memory or room, or for more than 2 GiB.
///
/// O(length); safe on several threads.
size_t skein_gzip(const unsigned char *input, size_t length, unsigned char *output,
                  size_t capacity);

#endif

#include "CZlib.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

skein_unpacked skein_gunzip(const unsigned char *input, size_t length, unsigned char **output,
                            size_t *count, size_t limit) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  *output = NULL;
  *count = 0;
  // 16: the header of gzip.
  if (inflateInit2(&stream, MAX_WBITS + 16) != Z_OK) return SKEIN_UNPACKED_NO_MEMORY;
  size_t capacity = 0, used = 0;
  skein_unpacked result = SKEIN_UNPACKED_PART;
  for (;;) {
    if (*count == capacity) {
      if (capacity > limit) {
        result = SKEIN_UNPACKED_TOO_LARGE;
        break;
      }
      size_t larger = capacity ? capacity * 2 : 1 << 16;
      if (larger > limit) larger = limit + 1;
      unsigned char *memory = realloc(*output, larger);
      if (!memory) {
        result = SKEIN_UNPACKED_NO_MEMORY;
        break;
      }
      *output = memory;
      capacity = larger;
    }
    size_t left = length - used, room = capacity - *count;
    stream.next_in = (unsigned char *)input + used;
    stream.avail_in = left > INT_MAX ? INT_MAX : (unsigned)left;
    stream.next_out = *output + *count;
    stream.avail_out = room > INT_MAX ? INT_MAX : (unsigned)room;
    unsigned before_in = stream.avail_in, before_out = stream.avail_out;
    int status = inflate(&stream, Z_NO_FLUSH);
    used += before_in - stream.avail_in;
    *count += before_out - stream.avail_out;
    if (status == Z_STREAM_END) {
      result = SKEIN_UNPACKED_ALL;
      // Another file may follow; anything else behind the end is left out.
      if (length - used < 2 || input[used] != 0x1F || input[used + 1] != 0x8B) break;
      result = SKEIN_UNPACKED_PART;
      if (inflateReset(&stream) != Z_OK) break;
    } else if (status != Z_OK && !(status == Z_BUF_ERROR && *count == capacity)) {
      break;
    }
  }
  if (*count > limit) {
    result = SKEIN_UNPACKED_TOO_LARGE;
    *count = limit;
  }
  inflateEnd(&stream);
  return result;
}

// What the header and the trailer of gzip take beyond those of zlib.
enum { GZIP_FRAME = 18 };

size_t skein_gzip_bound(size_t length) { return compressBound(length) + GZIP_FRAME; }

size_t skein_gzip(const unsigned char *input, size_t length, unsigned char *output,
                  size_t capacity) {
  if (length > INT_MAX || capacity > UINT_MAX) return 0;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  // 16: the header of gzip; 8: the memory that zlib uses by itself.
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return 0;
  }
  stream.next_in = (unsigned char *)input;
  stream.avail_in = (unsigned)length;
  stream.next_out = output;
  stream.avail_out = (unsigned)capacity;
  int status = deflate(&stream, Z_FINISH);
  size_t count = stream.total_out;
  deflateEnd(&stream);
  return status == Z_STREAM_END ? count : 0;
}

#ifndef SKEIN_CSQLITE_H
#define SKEIN_CSQLITE_H

#include <sqlite3.h>

/// Binds a copy of `length` bytes as a text; the result code of SQLite.
int skein_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int length);

/// Binds a copy of `length` bytes; the result code of SQLite.
int skein_sqlite_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int length);

#endif

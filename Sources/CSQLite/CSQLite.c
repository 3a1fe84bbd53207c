#include "CSQLite.h"

int skein_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, length > 0 ? text : "", length, SQLITE_TRANSIENT);
}

int skein_sqlite_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int length) {
  return length > 0 ? sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT)
                    : sqlite3_bind_zeroblob(statement, index, 0);
}

import CSQLite

/// Why a database could not be read or written.
package struct DatabaseError: Error, Hashable, CustomStringConvertible {
  /// The kinds of trouble that are dealt with in different ways.
  package enum Reason: Hashable, Sendable {
    /// Another program holds it, and has not let go in time.
    case locked
    /// It may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// It is no database, or a damaged one.
    case damaged
    /// It is a database of another program.
    case foreign
    /// A newer version of this program has written it.
    case newer
    /// It cannot be opened, or anything else.
    case unavailable
  }

  /// The kind of trouble.
  package let reason: Reason
  /// What happened, in the words of SQLite or our own.
  package let text: String

  init(_ reason: Reason, _ text: String) {
    self.reason = reason
    self.text = text
  }

  /// The error with SQLite's `code`; `text` is what it says.
  init(code: Int32, _ text: String) {
    self.text = text
    reason =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: .locked
      case SQLITE_READONLY, SQLITE_PERM: .readOnly
      case SQLITE_FULL: .full
      case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
      default: .unavailable
      }
  }

  /// What happened.
  package var description: String { text }
}

import CSQLite
import Glibc
import SystemServices

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

  /// The system's `error`, met where a file was to be made.
  init(_ error: SystemError) {
    text = "\(error)"
    reason = Self.fullDisk.contains(error.number) ? .full : .unavailable
  }

  private static let fullDisk: Set<Int32> = [ENOSPC, EDQUOT]

  /// The error with SQLite's `code`; `text` is what it says, `systemError` the number of the system's
  /// error behind it, 0 for none.
  init(code: Int32, _ text: String, systemError: Int32 = 0) {
    self.text = text
    // A full disk may fail what is no writing, such as the memory that programs share.
    guard !Self.fullDisk.contains(systemError) else {
      reason = .full
      return
    }
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

import CSQLite

/// A prepared statement of a database, which must be open as long.
final class Statement {
  private let handle: OpaquePointer
  private unowned let database: Database

  /// The statement `handle` of `database`.
  init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Puts `value` in place of the question mark number `index`, from 1.
  func bind(_ value: SQLValue, at index: Int) throws(DatabaseError) {
    let place = Int32(index)
    let code =
      switch value {
      case .integer(let number): sqlite3_bind_int64(handle, place, number)
      case .real(let number): sqlite3_bind_double(handle, place, number)
      case .text(let text): Self.bind(text, to: handle, at: place)
      case .bytes(let bytes):
        bytes.withUnsafeBytes {
          skein_sqlite_bind_bytes(handle, place, $0.baseAddress, Int32(clamping: $0.count))
        }
      case .null: sqlite3_bind_null(handle, place)
      }
    guard code == SQLITE_OK else { throw database.error }
  }

  private static func bind(_ text: String, to handle: OpaquePointer, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        skein_sqlite_bind_text(handle, place, $0.baseAddress, Int32(clamping: $0.count))
      }
    }
  }

  /// Goes on to the next row; `false` at the end.
  func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = database.error
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Makes the statement ready to run again.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  // MARK: Columns, from 0

  /// The number in a column; 0 for no value.
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// The number in a column; 0 for no value.
  func number(_ column: Int) -> Int { Int(truncatingIfNeeded: integer(column)) }

  /// Whether a column has no value.
  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// The text in a column, empty for no value.
  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The text in a column, `nil` for no value.
  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// The bytes in a column, none for no value.
  func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

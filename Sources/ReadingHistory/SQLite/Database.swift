import CSQLite
import SystemServices

/// A connection to an SQLite database; used by one thread at a time.
///
/// Statements are prepared once and kept, so all that is asked again and again is cheap.
final class Database {
  /// How many milliseconds an answer is waited for while another program writes.
  var patience: Int32 {
    didSet { sqlite3_busy_timeout(handle, patience) }
  }

  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]

  /// Opens the database at `path`; creates it if `creates`, and there is none.
  convenience init(at path: String, creates: Bool, patience: Int32) throws(DatabaseError) {
    let flags = SQLITE_OPEN_READWRITE | (creates ? SQLITE_OPEN_CREATE : 0)
    try self.init(path, flags: flags, patience: patience)
  }

  /// Opens the database at `path`, which nobody can change, to be read.
  convenience init(unchanging path: String) throws(DatabaseError) {
    let hexadecimal = Array("0123456789ABCDEF".unicodeScalars)
    var address = "file:"
    for byte in FilePath(path).bytes {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A:
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address.unicodeScalars.append("%")
        address.unicodeScalars.append(hexadecimal[Int(byte >> 4)])
        address.unicodeScalars.append(hexadecimal[Int(byte & 15)])
      }
    }
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    try self.init(address + "?immutable=1", flags: flags, patience: 0)
  }

  private init(_ name: String, flags: Int32, patience: Int32) throws(DatabaseError) {
    self.patience = patience
    var opened: OpaquePointer?
    let code = name.withFileName { sqlite3_open_v2($0, &opened, flags, nil) }
    guard let opened else { throw DatabaseError(.unavailable, "out of memory") }
    guard code == SQLITE_OK else {
      let error = DatabaseError(
        code: code,
        String(cString: sqlite3_errmsg(opened)),
        systemError: sqlite3_system_errno(opened)
      )
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_busy_timeout(handle, patience)
  }

  deinit {
    // Statements end with the connection that closes last.
    statements = [:]
    sqlite3_close_v2(handle)
  }

  /// The error that the last call ended with.
  var error: DatabaseError {
    let code = sqlite3_extended_errcode(handle)
    // The system's error may be that of an earlier call.
    let isOfSystem = [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF)
    return DatabaseError(
      code: code,
      String(cString: sqlite3_errmsg(handle)),
      systemError: isOfSystem ? sqlite3_system_errno(handle) : 0
    )
  }

  /// Runs statements that return nothing, separated by semicolons.
  func execute(_ sql: String) throws(DatabaseError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error }
  }

  /// The statement `sql`, with `values` for its question marks.
  func statement(_ sql: String, _ values: SQLValue...) throws(DatabaseError) -> Statement {
    let statement: Statement
    if let known = statements[sql] {
      statement = known
      statement.reset()
    } else {
      var prepared: OpaquePointer?
      let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
      guard sqlite3_prepare_v3(handle, sql, -1, flags, &prepared, nil) == SQLITE_OK, let prepared
      else { throw error }
      statement = Statement(prepared, of: self)
      statements[sql] = statement
    }
    for (index, value) in values.enumerated() { try statement.bind(value, at: index + 1) }
    return statement
  }

  /// Runs `sql`, which returns nothing, with `values` for its question marks.
  func run(_ sql: String, _ values: SQLValue...) throws(DatabaseError) {
    let statement = try statement(sql)
    for (index, value) in values.enumerated() { try statement.bind(value, at: index + 1) }
    while try statement.step() {}
    statement.reset()
  }

  /// The rows that `sql` returns, each as `row` reads it.
  func rows<Row>(
    _ sql: String,
    _ values: SQLValue...,
    as row: (Statement) -> Row
  ) throws(DatabaseError) -> [Row] {
    let statement = try statement(sql)
    for (index, value) in values.enumerated() { try statement.bind(value, at: index + 1) }
    defer { statement.reset() }
    var rows: [Row] = []
    while try statement.step() { rows.append(row(statement)) }
    return rows
  }

  /// Does all of `body` or, where it throws, nothing.
  func transaction<Result>(
    _ body: () throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    // Taking the lock for writing at once leaves nothing to fail half-way.
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The id of the row inserted last.
  var lastID: Int64 { sqlite3_last_insert_rowid(handle) }
}

/// A value for a question mark of a statement.
enum SQLValue {
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
  case null

  /// A number.
  static func number(_ number: Int) -> SQLValue { .integer(Int64(number)) }

  /// A number, `nil` as no value.
  static func optional(_ number: Int64?) -> SQLValue { number.map(SQLValue.integer) ?? .null }

  /// A text, `nil` as no value.
  static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
}

import ReaderConfig
import ReadingHistory
import SystemServices

/// The files of what is remembered, for the commands that read and change them.
struct HistoryFiles {
  /// How long another program is waited for, in milliseconds.
  private static let patience: Int32 = 5000

  private let paths = HistoryPaths(variable: Environment.value)

  /// The history, to be looked into or to be changed, `nil` if nothing is remembered; throws if it cannot
  /// be read.
  func history(toChange: Bool = false) throws(Failure) -> HistoryStore? {
    guard let path = paths.history, HistoryStore.exists(at: path) else { return nil }
    do throws(DatabaseError) {
      return try toChange
        ? HistoryStore(at: path, creates: false, patience: Self.patience)
        : HistoryStore(lookingInto: path, patience: Self.patience)
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// The library, to be looked into or to be changed, `nil` if nothing is kept; throws if it cannot be
  /// read.
  func library(toChange: Bool = false) throws(Failure) -> LibraryStore? {
    guard let path = paths.library, HistoryStore.exists(at: path) else { return nil }
    do throws(DatabaseError) {
      return try toChange
        ? LibraryStore(at: path, creates: false, patience: Self.patience)
        : LibraryStore(lookingInto: path, patience: Self.patience)
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// Calls `body`; throws what it throws as a failure of these files.
  func reading<Result>(_ body: () throws(DatabaseError) -> Result) throws(Failure) -> Result {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw Self.failure(error, paths.history ?? "the history")
    }
  }

  private static func failure(_ error: DatabaseError, _ path: String) -> Failure {
    let advice =
      switch error.reason {
      case .damaged: "; the reader moves it aside when it remembers something the next time"
      case .locked: "; try again when the other program is done"
      default: ""
      }
    return Failure("\(FilePath(path)): \(error)\(advice)")
  }
}

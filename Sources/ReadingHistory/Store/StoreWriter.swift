import Glibc
import Synchronization
import SystemServices

/// A database that a `StoreWriter` writes to.
package protocol StoredFile: SendableMetatype {
  /// What it is for, to follow «nothing is»: «remembered».
  static var purpose: String { get }
  /// Opens the file at `path`, and makes it if `creates`; `patience`: how many milliseconds another
  /// program is waited for.
  init(at path: String, creates: Bool, patience: Int32) throws(DatabaseError)
}

/// Writes to a database in the background, one thing after the other.
///
/// A job that waits is replaced by the next of its subject. What cannot be written is told once, and
/// written later where that helps.
package final class StoreWriter<Store: StoredFile>: Sendable {
  /// What is written in one go.
  package typealias Job = @Sendable (Store) throws(DatabaseError) -> Void

  private struct State {
    /// What waits, by its subject, in order.
    var waiting: [(subject: Int, job: Job)] = []
    var isRunning = false
    /// Whether nothing can be written in this session.
    var isClosed = false
    /// Kinds of trouble that were told.
    var told: Set<DatabaseError.Reason> = []
  }

  /// A store that is handed from thread to thread, used by one of them at a time.
  private struct Handed: @unchecked Sendable { var store: Store? }

  /// How long another program is waited for, in milliseconds.
  private static var patience: Int32 { 2000 }

  private let path: String
  private let report: @Sendable (String) -> Void
  private let state = Mutex(State())
  private let handed = Mutex(Handed(store: nil))

  /// A writer to the file at `path`, which is made with the first job; `report` is told of trouble,
  /// on the thread that writes.
  package init(path: String, report: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.report = report
  }

  /// Has `job` done in the background, in place of one of the same `subject` that waits.
  package func submit(_ job: @escaping Job, about subject: Int) {
    let starts = state.withLock { state in
      guard !state.isClosed else { return false }
      if let place = state.waiting.firstIndex(where: { $0.subject == subject }) {
        state.waiting[place].job = job
      } else {
        state.waiting.append((subject, job))
      }
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if starts { BackgroundThread.start { self.work() } }
  }

  /// Reports `error`, met while reading, unless trouble of that kind was told before.
  package func tell(_ error: DatabaseError) {
    guard state.withLock({ $0.told.insert(error.reason).inserted }) else { return }
    report(Store.message(about: error, path: path, aside: nil))
  }

  /// Whether something waits that could not be written.
  package var isBehind: Bool {
    state.withLock { !$0.isClosed && !$0.isRunning && !$0.waiting.isEmpty }
  }

  /// Tries again to write what could not be written.
  package func retry() {
    let starts = state.withLock { state in
      guard !state.isClosed, !state.isRunning, !state.waiting.isEmpty else { return false }
      state.isRunning = true
      return true
    }
    if starts { BackgroundThread.start { self.work() } }
  }

  /// Waits until all is written, at most for some milliseconds; whether it is.
  @discardableResult
  package func finish(within milliseconds: Int) -> Bool {
    let end = Clock.milliseconds + milliseconds
    retry()
    while state.withLock({ $0.isRunning }) {
      guard Clock.milliseconds < end else { return false }
      usleep(2000)
    }
    return state.withLock { $0.waiting.isEmpty }
  }

  private func work() {
    while let (subject, job) = next() {
      do throws(DatabaseError) {
        try perform(job)
      } catch {
        guard take(error, of: job, about: subject) else { return }
      }
    }
  }

  private func next() -> (subject: Int, job: Job)? {
    state.withLock { state in
      guard !state.isClosed, !state.waiting.isEmpty else {
        state.isRunning = false
        return nil
      }
      return state.waiting.removeFirst()
    }
  }

  private func perform(_ job: Job) throws(DatabaseError) {
    try handed.withLock { handed throws(DatabaseError) in
      let store: Store
      if let open = handed.store {
        store = open
      } else {
        store = try Store(at: path, creates: true, patience: Self.patience)
        handed.store = store
      }
      try job(store)
    }
  }

  /// Deals with what went wrong: a damaged file is moved aside and the job done again; returns whether
  /// to go on at once.
  private func take(
    _ error: DatabaseError,
    of job: @escaping Job,
    about subject: Int
  ) -> Bool {
    handed.withLock { $0.store = nil }
    let aside = error.reason == .damaged ? DamagedFile.moveAside(path) : nil
    let isNews = state.withLock { state in
      switch error.reason {
      case .damaged:
        // Once: what is damaged again at once is no file of ours to mend.
        if aside != nil, !state.told.contains(.damaged) {
          state.waiting.insert((subject, job), at: 0)
        } else {
          state.isClosed = true
        }
      case .foreign, .newer, .unavailable, .readOnly: state.isClosed = true
      case .locked, .full:
        if !state.waiting.contains(where: { $0.subject == subject }) {
          state.waiting.insert((subject, job), at: 0)
        }
        state.isRunning = false
      }
      return state.told.insert(error.reason).inserted
    }
    if isNews { report(Store.message(about: error, path: path, aside: aside)) }
    return error.reason != .locked && error.reason != .full
  }
}

extension StoredFile {
  /// What is told of trouble with the file at `path`, which was moved to `aside`.
  package static func message(about error: DatabaseError, path: String, aside: String?) -> String {
    switch error.reason {
    case .damaged:
      if let aside {
        "\(path) was damaged; it is now \(aside), and a new one is begun"
      } else {
        "\(path) is damaged and cannot be moved aside; nothing is \(purpose)"
      }
    case .locked: "\(path): another program holds it; skein goes on and tries again"
    case .full: "\(path): the disk is full; what you do now may not be \(purpose)"
    case .readOnly, .foreign, .newer, .unavailable:
      "\(path): \(error); nothing is \(purpose) in this session"
    }
  }
}

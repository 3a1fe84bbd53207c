import Glibc

/// Feeds a target with inputs until the time is up or one fails.
struct FuzzRun {
  private let options: FuzzOptions

  /// A run as the command line asks for.
  init(_ options: FuzzOptions) { self.options = options }

  /// Whether all inputs were taken well.
  func run() -> Bool {
    CrashRecord.install(path: "\(options.folder)/\(options.target.rawValue)-\(options.seed).crash")
    guard options.replayed.isEmpty else { return replay() }
    tell("\(options.target.rawValue): seed \(options.seed), \(options.seconds) seconds")
    var mutator = InputMutator(
      seed: options.seed,
      from: options.target.seeds + options.seeds.compactMap(Self.contents),
      words: options.target.words,
      longest: options.target.longest
    )
    let start = Self.seconds
    var told = start
    var count = 0
    while Self.seconds - start < options.seconds {
      guard isTakenWell(mutator.next()) else { return false }
      count += 1
      if Self.seconds - told >= 60 {
        told = Self.seconds
        tell("\(options.target.rawValue): \(told - start) s, \(count) inputs")
      }
    }
    tell("\(options.target.rawValue): \(count) inputs, nothing wrong")
    return true
  }

  private func replay() -> Bool {
    options.replayed.allSatisfy { path in
      guard let bytes = Self.contents(of: path) else {
        tell("cannot read \(path)", on: STDERR_FILENO)
        return false
      }
      return isTakenWell(bytes)
    }
  }

  private func isTakenWell(_ input: [UInt8]) -> Bool {
    input.withUnsafeBytes { bytes in
      CrashRecord.watch(bytes)
      defer { CrashRecord.rest() }
      guard let violation = options.target.violation(bytes) else { return true }
      CrashRecord.write()
      tell(violation)
      return false
    }
  }

  private static var seconds: Int {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return moment.tv_sec
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) {
        $1 = fread($0.baseAddress, 1, $0.count, file)
      }
      guard !chunk.isEmpty else { return bytes }
      bytes += chunk
    }
  }
}

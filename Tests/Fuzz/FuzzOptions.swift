import Glibc

/// What to fuzz, and how long.
struct FuzzOptions {
  /// What is fed with inputs.
  var target: FuzzTarget
  /// How long to go on.
  var seconds = 20
  /// What the inputs follow from; the same seed makes the same inputs.
  var seed = UInt64.random(in: 0..<1 << 32)
  /// Where an input that fails is written.
  var folder = "."
  /// Files to try as they are, in place of made inputs.
  var replayed: [String] = []
  /// Files to make inputs from, besides those built in.
  var seeds: [String] = []

  /// Reads the command line.
  init(_ arguments: ArraySlice<String>) throws(UsageError) {
    var rest = arguments
    guard let name = rest.popFirst(), let target = FuzzTarget(rawValue: name) else {
      throw UsageError()
    }
    self.target = target
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        replayed.append(argument)
        continue
      }
      guard let value = rest.popFirst() else { throw UsageError() }
      switch argument {
      case "--seconds": seconds = try Self.number(value)
      case "--seed": seed = try Self.number(value)
      case "--folder": folder = value
      case "--corpus": seeds += Self.files(in: value)
      default: throw UsageError()
      }
    }
  }

  private static func number<Number: FixedWidthInteger>(
    _ text: String
  ) throws(UsageError) -> Number {
    guard let number = Number(text) else { throw UsageError() }
    return number
  }

  /// The files anywhere under `folder`, or `folder` itself if it is a file.
  private static func files(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [folder] }
    defer { closedir(listing) }
    var found: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { found += files(in: folder + "/" + name) }
    }
    return found.sorted()
  }
}

/// The command line made no sense.
struct UsageError: Error, CustomStringConvertible {
  /// How to call the program.
  let description = """
    usage: Fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) \
    [--seconds N] [--seed N] [--folder DIR] [--corpus DIR] [INPUT…]

    Feeds one part of the program with made inputs for N seconds (20) and checks what must hold for
    all of them. An input that fails is written to DIR, its path is printed, and the exit code is 1.
    --corpus names files to make inputs from; an INPUT is tried as it is, in place of made ones.
    """
}

/// Something in the world that keeps the program from doing its work; exit code 2.
struct Failure: Error, CustomStringConvertible {
  /// What, where, and what to do about it, on one line.
  let description: String

  init(_ description: String) { self.description = description }
}

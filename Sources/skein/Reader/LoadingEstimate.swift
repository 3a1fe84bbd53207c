/// How far the reading of a large document should be, judged by how long its beginning took.
struct LoadingEstimate {
  /// How often it is shown anew, in milliseconds.
  static let interval = 100

  private let start: Int64
  private let expected: Int64

  /// Reading that began at `start` and takes about `expected`, in milliseconds.
  init(start: Int64, expected: Int64) {
    self.start = start
    self.expected = max(1, expected)
  }

  /// The share that should be done at `moment`; never all, for only the end says that it is one.
  func share(at moment: Int64) -> Double {
    min(0.99, max(0, Double(moment - start) / Double(expected)))
  }
}

/// The longest run that never falls inside a sequence.
enum LongestRun {
  /// The indices of one longest non-decreasing subsequence, in order.
  ///
  /// O(n log n).
  static func indices(of values: some Sequence<Int64>) -> [Int32] {
    // For each length the value that ends such a run lowest, its index, and every element's
    // predecessor.
    var lowest: [Int64] = []
    var tails: [Int32] = []
    var previous: [Int32] = []
    for (index, value) in values.enumerated() {
      let length = place(of: value, behind: lowest)
      previous.append(length > 0 ? tails[length - 1] : -1)
      if length == tails.count {
        tails.append(Int32(index))
        lowest.append(value)
      } else {
        tails[length] = Int32(index)
        lowest[length] = value
      }
    }
    var run = tails
    var index = tails.last ?? -1
    for place in run.indices.reversed() {
      run[place] = index
      index = previous[Int(index)]
    }
    return run
  }

  /// How many of the rising `values` are not above `value`.
  private static func place(of value: Int64, behind values: [Int64]) -> Int {
    // Most often all of them.
    guard let last = values.last, last > value else { return values.count }
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Numbers dealt out to buckets, each in the order in which they came, in one stretch of memory.
struct Buckets {
  private let items: [Int]
  /// Where the items of each bucket begin, and the end of the last.
  private let starts: [Int]

  /// Deals `items` out to `count` buckets; `bucket` tells where one belongs, nil for none.
  ///
  /// O(items + buckets).
  init(_ items: some Collection<Int>, count: Int, by bucket: (Int) -> Int?) {
    var starts = [Int](repeating: 0, count: count + 1)
    for item in items {
      if let index = bucket(item) { starts[index + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var dealt = [Int](repeating: 0, count: starts[count])
    for item in items {
      guard let index = bucket(item) else { continue }
      dealt[next[index]] = item
      next[index] += 1
    }
    self.items = dealt
    self.starts = starts
  }

  /// How many buckets there are.
  var count: Int { starts.count - 1 }

  /// The items of a bucket.
  subscript(index: Int) -> ArraySlice<Int> { items[starts[index]..<starts[index + 1]] }
}

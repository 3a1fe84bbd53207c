extension Array {
  /// The index of the first element that `isBeyond`, the count if none is; O(log n).
  ///
  /// All after one that is must be so too.
  func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

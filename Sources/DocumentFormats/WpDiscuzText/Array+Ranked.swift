extension [Int64] {
  /// The element that would stand at `rank` if the array were sorted; `rank` is an index.
  ///
  /// Moves elements about. O(n) for most arrays, O(n log n) for all.
  mutating func ranked(_ rank: Int) -> Int64 {
    var low = startIndex
    var high = endIndex - 1
    // Halving should be over by then; what is left may be made to defy it.
    var rounds = 64
    while low < high {
      rounds -= 1
      guard rounds > 0 else {
        self[low...high].sort()
        break
      }
      let (left, right) = parted(low, high)
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        break
      }
    }
    return self[rank]
  }

  /// Moves what is below the middle one of three elements before what is above it.
  ///
  /// Where the upper part begins, and where the lower one ends.
  private mutating func parted(_ low: Int, _ high: Int) -> (left: Int, right: Int) {
    let (first, middle, last) = (self[low], self[(low + high) / 2], self[high])
    let pivot = Swift.max(Swift.min(first, middle), Swift.min(Swift.max(first, middle), last))
    var left = low
    var right = high
    while left <= right {
      while self[left] < pivot { left += 1 }
      while self[right] > pivot { right -= 1 }
      guard left <= right else { break }
      swapAt(left, right)
      left += 1
      right -= 1
    }
    return (left, right)
  }
}

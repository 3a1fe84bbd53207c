extension UnsafeRawBufferPointer {
  /// Whether the bytes of `word` stand here, one behind the other.
  ///
  /// O(count · length of `word`), no memory: meant for short words in attribute values, where the
  /// standard library's search first builds tables.
  package func contains(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard length > 0 else { return true }
    guard length <= count else { return false }
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: length)
    for start in 0...(count - length) where self[start] == bytes[0] {
      var matched = 1
      while matched < length && self[start + matched] == bytes[matched] { matched += 1 }
      if matched == length { return true }
    }
    return false
  }
}

import Glibc

extension UnsafeRawBufferPointer {
  /// Whether the bytes of `word` stand here, one behind the other.
  ///
  /// O(count) unless the first byte of `word` is frequent; no memory.
  package func contains(_ word: StaticString) -> Bool { place(of: word) != nil }

  /// Where the bytes of `word` stand first; O(count) unless its first byte is frequent.
  ///
  /// Takes no memory and builds no tables, as the standard library's search does.
  package func place(of word: StaticString) -> Int? {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return place(of: UnsafeRawBufferPointer(bytes), from: 0)
  }

  /// Where the bytes of `word` stand first at or behind `start`.
  package func place(of word: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = baseAddress, let wanted = word.baseAddress, let first = word.first else {
      return word.isEmpty ? start : nil
    }
    var offset = start
    while offset + word.count <= count {
      let rest = count - word.count + 1 - offset
      guard let hit = memchr(base + offset, Int32(first), rest) else { return nil }
      offset = UnsafeRawPointer(hit) - base
      if memcmp(hit, wanted, word.count) == 0 { return offset }
      offset += 1
    }
    return nil
  }
}

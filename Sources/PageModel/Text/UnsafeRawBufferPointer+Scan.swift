import Glibc

extension UnsafeRawBufferPointer {
  /// Whether the bytes of `part` stand here; made for long texts such as scripts.
  ///
  /// O(count) unless the first byte of `part` is frequent; no memory.
  package func holds(_ part: StaticString) -> Bool { place(of: part) != nil }

  /// Where the bytes of `part` stand first; O(count) unless its first byte is frequent.
  package func place(of part: StaticString) -> Int? {
    guard let start = baseAddress else { return nil }
    let length = part.utf8CodeUnitCount
    var offset = 0
    while offset + length <= count {
      let rest = count - length + 1 - offset
      guard let hit = memchr(start + offset, Int32(part.utf8Start[0]), rest) else { return nil }
      if memcmp(hit, part.utf8Start, length) == 0 { return UnsafeRawPointer(hit) - start }
      offset = UnsafeRawPointer(hit) - start + 1
    }
    return nil
  }
}

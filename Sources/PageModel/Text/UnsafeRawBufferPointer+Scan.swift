import Glibc

extension UnsafeRawBufferPointer {
  /// Whether the bytes of `part` stand here; made for long texts such as scripts.
  ///
  /// O(count) unless the first byte of `part` is frequent; no memory.
  package func holds(_ part: StaticString) -> Bool {
    guard let start = baseAddress else { return false }
    let length = part.utf8CodeUnitCount
    var offset = 0
    while offset + length <= count {
      let rest = count - length + 1 - offset
      guard let hit = memchr(start + offset, Int32(part.utf8Start[0]), rest) else { return false }
      if memcmp(hit, part.utf8Start, length) == 0 { return true }
      offset = UnsafeRawPointer(hit) - start + 1
    }
    return false
  }
}

extension Collection where Element == UInt8, Index == Int {
  /// Where `part` stands first.
  ///
  /// What the standard library's `firstRange(of:)` finds, which is generic over what is compared and
  /// some fifty times as slow on bytes. O(count) unless the first byte of `part` is frequent.
  package func range(ofBytes part: some Collection<UInt8>) -> Range<Int>? {
    withBytes { bytes in
      part.withBytes { part in
        let place = bytes.place(of: part, from: 0)
        return place.map { startIndex + $0..<startIndex + $0 + part.count }
      }
    }
  }

  /// Where `part` stands last; the same cost.
  package func lastRange(ofBytes part: some Collection<UInt8>) -> Range<Int>? {
    withBytes { bytes in
      part.withBytes { part in
        var found: Int?
        var start = 0
        while !part.isEmpty, let place = bytes.place(of: part, from: start) {
          found = place
          start = place + part.count
        }
        return found.map { startIndex + $0..<startIndex + $0 + part.count }
      }
    }
  }
}

extension Collection where Element == UInt8 {
  /// Calls `body` with the bytes, copied only where they lie apart.
  fileprivate func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
      ?? Array(self).withUnsafeBytes(body)
  }
}

extension HTMLEncoding {
  /// Bytes of this encoding as UTF-8, malformed ones as U+FFFD, a byte order mark left out.
  ///
  /// UTF-8 is returned as it is. O(length).
  public func decode(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    guard self != .utf8 else { return Array(bytes) }
    let decoded = EncodingSniffer.transcode(bytes[...], self).bytes
    return withExtendedLifetime(decoded) {
      let hasMark = decoded.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return Array(decoded.bytes[(hasMark ? 3 : 0)...])
    }
  }

  /// The text that `storage` holds in this encoding, as UTF-8.
  ///
  /// A byte order mark takes precedence and is left out. Shares the memory where nothing has to
  /// change; O(length).
  package func decoded(_ storage: HTMLBytes) -> HTMLBytes {
    EncodingSniffer.decode(storage, label: rawValue).bytes
  }

  /// Whether `bytes` are well-formed UTF-8; O(length).
  package static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let count = UTF8Count(bytes)
    return count.malformed == 0 && !count.isCut
  }

  /// Whether bytes tell how they are encoded: by a byte order mark, a `meta` element, or by being
  /// UTF-8, damaged at most; O(length).
  package static func isTold(by bytes: UnsafeRawBufferPointer) -> Bool {
    EncodingSniffer.isTold(by: bytes)
  }
}

import DocumentParsing

extension String {
  /// Without marks at its ends that part it from other text; brackets stay.
  package var trimmingSeparators: String { trimming { $0.trimmingSeparators($1) } }

  /// Without marks at its ends that part it from other text.
  package var trimmingMarks: String { trimming { $0.trimmingMarks($1) } }

  private func trimming(
    _ trim: (UnsafeRawBufferPointer, Range<Int>) -> Range<Int>
  ) -> String {
    var text = self
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      let range = trim(bytes, bytes.indices)
      return range == bytes.indices ? self : String(decoding: bytes[range], as: UTF8.self)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// A range of UTF-8 without marks at its ends that part it from other text; brackets stay.
  package func trimmingSeparators(_ range: Range<Int>) -> Range<Int> {
    trimming(range) { Self.isSeparator($0) }
  }

  /// A range of UTF-8 without marks at its ends that part it from other text.
  package func trimmingMarks(_ range: Range<Int>) -> Range<Int> {
    trimming(range) { scalar in
      switch scalar {
      case "-", "(", ")", "[", "]", ">", "<", "\"", "“", "”": true
      default: Self.isSeparator(scalar)
      }
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", "·", "\u{387}", "•", "–", "—", ",", ";", "\u{37E}", ":", "»", "«", "/", " ", "\u{A0}":
      true
    default: false
    }
  }

  private func trimming(
    _ range: Range<Int>,
    _ isMark: (Unicode.Scalar) -> Bool
  ) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let scalar = Scalar(in: self, at: start)
      guard Unicode.Scalar(scalar.value).map(isMark) == true else { break }
      start += scalar.length
    }
    while start < end {
      var last = end - 1
      while last > start, self[last] & 0xC0 == 0x80 { last -= 1 }
      guard Unicode.Scalar(Scalar(in: self, at: last).value).map(isMark) == true else { break }
      end = last
    }
    return start..<end
  }
}

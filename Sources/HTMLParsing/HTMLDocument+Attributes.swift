/// Attributes.
extension HTMLDocument {
  /// The attributes of an element as indices of `attributes`, in the order of the page.
  ///
  /// At most 63, and only the first of each name.
  @inlinable
  public func attributeRange(of id: HTMLNodeID) -> Range<Int> {
    self[id].attributeRange
  }

  /// The index of an attribute without prefix.
  @inlinable
  public func attributeIndex(_ name: HTMLName, of id: HTMLNodeID) -> Int? {
    for index in attributeRange(of: id)
    where attributes[index].name == name && attributes[index].prefix == .none {
      return index
    }
    return nil
  }

  /// Whether an element has an attribute, with or without a value.
  public func hasAttribute(_ name: HTMLName, of id: HTMLNodeID) -> Bool {
    attributeIndex(name, of: id) != nil
  }

  /// The decoded value of an attribute; nil if the element does not have it.
  public func attribute(_ name: HTMLName, of id: HTMLNodeID) -> String? {
    attributeIndex(name, of: id).map { value(of: attributes[$0]) }
  }

  /// The value of an attribute by its name in lower case.
  public func attribute(named name: String, of id: HTMLNodeID) -> String? {
    findName(name).flatMap { attribute($0, of: id) }
  }

  /// The decoded value of an attribute.
  public func value(of attribute: HTMLAttribute) -> String {
    withValue(of: attribute) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the decoded value of an attribute as UTF-8.
  ///
  /// The bytes are valid during the call; they are copied only if something in them is decoded.
  public func withValue<Result>(
    of attribute: HTMLAttribute,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withRawValue(of: attribute) { raw in
      let isPlain = raw.withMemoryRebound(to: UInt8.self) {
        TextDecoder.isPlain($0, [.references, .attribute, .replacesNUL])
      }
      if isPlain { return try body(raw) }
      var bytes: [UInt8] = []
      appendValue(of: attribute, to: &bytes)
      return try bytes.withUnsafeBytes(body)
    }
  }

  /// Appends the decoded value of an attribute as UTF-8.
  public func appendValue(of attribute: HTMLAttribute, to output: inout [UInt8]) {
    withRawValue(of: attribute) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) {
        TextDecoder.append($0, [.references, .attribute, .replacesNUL], to: &output)
      }
    }
  }

  /// Calls `body` with the raw bytes of a value, references not decoded.
  ///
  /// The bytes are valid during the call; they are not copied.
  public func withRawValue<Result>(
    of attribute: HTMLAttribute,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let range = Int(attribute.start)..<(Int(attribute.start) + Int(attribute.count))
    return try body(UnsafeRawBufferPointer(rebasing: source.bytes[range]))
  }

  /// Whether the raw value of an attribute contains `word`; references are not decoded.
  public func attribute(_ name: HTMLName, of id: HTMLNodeID, contains word: StaticString) -> Bool {
    guard let index = attributeIndex(name, of: id) else { return false }
    return withRawValue(of: attributes[index]) { $0.contains(word) }
  }

  /// Whether `class` has a word; case matters.
  public func hasClass(_ word: StaticString, of id: HTMLNodeID) -> Bool {
    guard word.utf8CodeUnitCount > 0, let index = attributeIndex(.class, of: id) else {
      return false
    }
    let length = word.utf8CodeUnitCount
    return withRawValue(of: attributes[index]) { bytes in
      var start = 0
      while start + length <= bytes.count {
        var end = start
        while end < bytes.count && !bytes[end].isSpace { end += 1 }
        if end - start == length
          && (0..<length).allSatisfy({ bytes[start + $0] == word.utf8Start[$0] })
        {
          return true
        }
        start = end + 1
      }
      return false
    }
  }
}

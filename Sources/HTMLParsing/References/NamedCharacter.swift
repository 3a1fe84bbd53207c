/// What a name such as `nbsp` stands for in HTML.
package enum NamedCharacter {
  /// Appends what the reference that `text` begins with stands for, such as `&eacute;`; returns how
  /// many bytes it takes, 0 if it is none.
  package static func append(
    _ text: UnsafeRawBufferPointer,
    to output: inout [UInt8]
  ) -> Int {
    let bytes = text.bindMemory(to: UInt8.self)
    guard let reference = CharacterReference(bytes, inAttribute: true) else { return 0 }
    TextDecoder.append(reference.first, to: &output)
    if let second = reference.second { TextDecoder.append(second, to: &output) }
    return reference.count
  }
}

/// Options for curl as it reads them from a file (`--config`), so that no other user of the machine
/// sees them in its arguments.
struct CurlConfig {
  /// The text of the file.
  private(set) var text: [UInt8] = []

  /// A value has a character that cannot stand in a line of the file, or is too long for one.
  struct UnfitValue: Error {}

  /// The longest value, in bytes; curl reads lines of up to 100 KiB.
  private static let valueLimit = 48 << 10

  /// Adds an option without a value.
  mutating func add(_ option: String) { text += Array("\(option)\n".utf8) }

  /// Adds an option with a value; throws if it has a line break or a null character.
  mutating func add(_ option: String, _ value: String) throws(UnfitValue) {
    let bytes = value.utf8
    guard bytes.count <= Self.valueLimit, !bytes.contains(where: { [0, 0x0A, 0x0D].contains($0) })
    else { throw UnfitValue() }
    text += Array("\(option) = \"".utf8)
    for byte in bytes {
      if byte == 0x22 || byte == 0x5C { text.append(0x5C) }
      text.append(byte)
    }
    text += [0x22, 0x0A]
  }
}

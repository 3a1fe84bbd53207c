/// How somebody looked at a list.
package struct RememberedList: Hashable, Sendable {
  /// The name of the order, empty for that of the source.
  package var order = ""
  /// The words that shown entries hold, empty for all.
  package var filter = ""
  /// What tells the entries that are left out.
  package var hidden: [String] = []
  /// What tells the entry that keys were about, empty for the first.
  package var focus = ""

  /// A list as its source has it.
  package init() {}

  /// The form of the bytes.
  private static let version = 2
  /// How many entries that are left out are kept.
  private static let mostHidden = 1000

  /// The list as bytes.
  var bytes: [UInt8] {
    var writer = NumberWriter()
    writer.add(Self.version)
    writer.add(order)
    writer.add(filter)
    writer.add(min(hidden.count, Self.mostHidden))
    for entry in hidden.prefix(Self.mostHidden) { writer.add(entry) }
    writer.add(focus)
    return writer.bytes
  }

  /// The list that `bytes` stand for, `nil` if they stand for none.
  init?(bytes: [UInt8]) {
    var reader = NumberReader(bytes)
    let version = reader.number()
    guard (1...Self.version).contains(version) else { return nil }
    order = reader.text()
    filter = reader.text()
    for _ in 0..<max(0, min(Self.mostHidden, reader.number())) { hidden.append(reader.text()) }
    // The first version had no place.
    if version > 1 { focus = reader.text() }
    guard !reader.isBroken else { return nil }
  }
}

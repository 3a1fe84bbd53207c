/// A node of an `XMLTree`: an element or a text.
struct XMLNode: Sendable {
  /// The number of the element's name; -1 for a text.
  var name: Int32
  /// The index after the last node inside it.
  var end: Int32
  /// For a text its first byte, for an element its first attribute.
  var start: UInt32
  /// How many bytes or attributes.
  var count: UInt32
}

/// An attribute of an element.
struct XMLAttribute: Sendable {
  /// The number of its name.
  var name: Int32
  /// The first byte of its value.
  var start: UInt32
  /// How many bytes the value has.
  var count: UInt32
}

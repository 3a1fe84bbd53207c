import DocumentModel
import Synchronization

/// The text of one source, fit to be shown, and where it came from.
///
/// Valid UTF-8 without control characters but newline and tab; line breaks are single newlines.
public struct SourceText: Sendable {
  /// The text.
  public let text: TextArena
  /// The bytes as they came, for formats that find out the encoding themselves.
  public let raw: TextStorage
  /// The file or address as the person gave it, for messages and `source.location`.
  public let location: String
  /// The page's own address, if known.
  public let url: String?
  /// The encoding that was told with the bytes, as a label, for formats that go by it.
  public let charset: String?
  /// What was odd about the bytes.
  public let diagnostics: [Diagnostic]
  /// The numbers by which readers decide; the standard ones unless changed.
  package var policies = Policies()
  /// Where readers note what they considered; nil: nowhere.
  package var decisions: DecisionLog?
  /// What several formats make of the source before they look at it, made once.
  private let readings = SharedReadings()

  /// Decodes and sanitises what was read.
  ///
  /// UTF-8, UTF-16 with a byte order mark, else windows-1252. Bytes that are fit to be shown
  /// already are kept where they are; all others are copied once. O(length).
  public init(
    decoding storage: TextStorage,
    location: String,
    url: String? = nil,
    charset: String? = nil
  ) {
    let decoded = TextDecoding.decode(storage)
    self.init(
      text: TextArena(decoded.storage),
      raw: storage,
      location: location,
      url: url,
      charset: charset,
      diagnostics: decoded.diagnostics
    )
  }

  private init(
    text: TextArena,
    raw: TextStorage,
    location: String,
    url: String?,
    charset: String?,
    diagnostics: [Diagnostic]
  ) {
    self.text = text
    self.raw = raw
    self.location = location
    self.url = url
    self.charset = charset
    self.diagnostics = diagnostics
  }

  /// What `make` makes of this source, the same value for all who ask for one of its type.
  ///
  /// A page is parsed once, however many formats look at it. `make` may run twice if two threads
  /// ask at once.
  public func reading<Value: Sendable>(_ make: (SourceText) -> Value) -> Value {
    if let made = readings.value(Value.self) { return made }
    return readings.keep(make(self))
  }

  /// The beginning of the text, at most `limit` bytes, cut where a line ends.
  ///
  /// Shares the memory. If no line ends so early the cut is made between two scalars.
  public func prefix(_ limit: Int) -> SourceText {
    guard text.count > limit else { return self }
    let count = text.withBytes { bytes in
      var end = max(0, limit)
      while end > 0 && bytes[end - 1] != 0x0A { end -= 1 }
      guard end == 0 else { return end }
      end = max(0, limit)
      while end > 0 && bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return end
    }
    var part = SourceText(
      text: text.prefix(count),
      raw: raw.prefix(limit),
      location: location,
      url: url,
      charset: charset,
      diagnostics: diagnostics
    )
    part.policies = policies
    part.decisions = decisions
    return part
  }
}

/// Values made from one source, one of each type.
private final class SharedReadings: Sendable {
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The value of a type, if it was made already.
  func value<Value: Sendable>(_ type: Value.Type) -> Value? {
    values.withLock { $0[ObjectIdentifier(type)] as? Value }
  }

  /// Keeps a value and returns it, or the one that was kept before.
  func keep<Value: Sendable>(_ value: Value) -> Value {
    values.withLock { kept in
      if let earlier = kept[ObjectIdentifier(Value.self)] as? Value { return earlier }
      kept[ObjectIdentifier(Value.self)] = value
      return value
    }
  }
}

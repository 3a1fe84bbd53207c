import DocumentModel
import Synchronization

/// The text of one source, decoded and sanitised, and where it comes from.
///
/// Valid UTF-8 without control characters other than newline and tab; lines end in single newlines.
public struct SourceText: Sendable {
  /// The text; the first call decodes it, so that sources whose formats read `raw` are never decoded.
  public var text: TextArena { decoding.result.text }
  /// The original bytes, for formats that detect the encoding themselves.
  public let raw: TextStorage
  /// The file or address as it was given, for messages and `source.location`.
  public let location: String
  /// The page's own address, if known.
  public let url: String?
  /// The label of the encoding that was given with the bytes, if any.
  public let charset: String?
  /// What was noticed while the source was read and decoded.
  public var diagnostics: [Diagnostic] { notes + decoding.result.diagnostics }
  /// What was noticed before decoding, such as that a compressed file ends early.
  package var notes: [Diagnostic] = []
  /// The numbers by which readers decide; the standard ones unless changed.
  package var policies = Policies()
  /// Where readers note what they considered; nil: nowhere.
  package var decisions: DecisionLog?
  private let decoding: LazyDecoding
  /// What several formats derive from the source, computed once.
  private let readings = SharedReadings()

  /// Decodes and sanitises `storage`.
  ///
  /// Recognises UTF-8 and, by its byte order mark, UTF-16; everything else is read as windows-1252.
  /// Clean UTF-8 is not copied. O(length), when the text is first asked for.
  public init(
    decoding storage: TextStorage,
    location: String,
    url: String? = nil,
    charset: String? = nil
  ) {
    self.init(
      LazyDecoding(of: storage),
      raw: storage,
      location: location,
      url: url,
      charset: charset
    )
  }

  private init(
    _ decoding: LazyDecoding,
    raw: TextStorage,
    location: String,
    url: String?,
    charset: String?
  ) {
    self.decoding = decoding
    self.raw = raw
    self.location = location
    self.url = url
    self.charset = charset
  }

  /// Other bytes of the same source, which its format has taken out of it, by default none: for
  /// formats that decode what they read themselves.
  ///
  /// `url` is the address of what they hold if it has one of its own.
  package func part(
    _ storage: TextStorage = TextStorage(copying: []),
    url: String? = nil,
    charset: String? = nil
  ) -> SourceText {
    var part = SourceText(
      decoding: storage,
      location: location,
      url: url ?? self.url,
      charset: charset
    )
    part.policies = policies
    part.decisions = decisions
    part.notes = notes
    return part
  }

  /// The value that `make` derives from this source, computed once for each type of value.
  ///
  /// So a page is parsed once for all formats. `make` may run twice if two threads call at once.
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
    let decoded = decoding.result
    var part = SourceText(
      LazyDecoding(decoded.text.prefix(count), decoded.diagnostics),
      raw: raw.prefix(limit),
      location: location,
      url: url,
      charset: charset
    )
    part.notes = notes
    part.policies = policies
    part.decisions = decisions
    return part
  }
}

/// The text of some bytes, decoded when it is first asked for.
private final class LazyDecoding: Sendable {
  private typealias Decoded = (text: TextArena, diagnostics: [Diagnostic])

  private let storage: TextStorage
  private let decoded: Mutex<Decoded?>

  init(of storage: TextStorage) {
    self.storage = storage
    decoded = Mutex(nil)
  }

  init(_ text: TextArena, _ diagnostics: [Diagnostic]) {
    storage = TextStorage(copying: [])
    decoded = Mutex((text, diagnostics))
  }

  /// The text and what was odd about it.
  var result: (text: TextArena, diagnostics: [Diagnostic]) {
    decoded.withLock { decoded in
      if let decoded { return decoded }
      let result = TextDecoding.decode(storage)
      let made = (text: TextArena(result.storage), diagnostics: result.diagnostics)
      decoded = made
      return made
    }
  }
}

/// Values derived from one source, one of each type.
private final class SharedReadings: Sendable {
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The value of a type, if there is one.
  func value<Value: Sendable>(_ type: Value.Type) -> Value? {
    values.withLock { $0[ObjectIdentifier(type)] as? Value }
  }

  /// Stores a value unless there is one of its type; returns the stored one.
  func keep<Value: Sendable>(_ value: Value) -> Value {
    values.withLock { kept in
      if let earlier = kept[ObjectIdentifier(Value.self)] as? Value { return earlier }
      kept[ObjectIdentifier(Value.self)] = value
      return value
    }
  }
}

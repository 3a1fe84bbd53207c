import DocumentModel

/// The formats that can be read, in order of preference.
public struct FormatRegistry: Sendable {
  /// The formats; the most confident one reads a source, the earlier one on a tie.
  public let formats: [any DocumentFormat]

  /// A registry of `formats`, which must not be empty: the last one should read anything.
  public init(formats: [any DocumentFormat]) {
    precondition(!formats.isEmpty, "a registry holds at least one format")
    self.formats = formats
  }

  /// The format that is most confident of `source`.
  public func detect(_ source: SourceText) -> any DocumentFormat {
    let fileName = source.location.split(separator: "/").last.map(String.init) ?? ""
    var best = formats[formats.count - 1]
    var confidence = Confidence.no
    for format in formats where confidence < .certain {
      let own = format.confidence(in: source, fileName: fileName)
      if own > confidence { (best, confidence) = (format, own) }
    }
    return best
  }

  /// Parses `source` with the format called `name`, by default with the most confident one.
  public func parse(
    _ source: SourceText,
    format name: String? = nil
  ) throws(FormatError) -> Document {
    try format(for: source, named: name).parse(source)
  }

  /// Reads `source`, a document or a listing, with the format called `name`, by default with the most
  /// confident one.
  public func contents(
    of source: SourceText,
    format name: String? = nil
  ) throws(FormatError) -> SourceContents {
    try format(for: source, named: name).contents(of: source)
  }

  /// The format called `name`, by default the one that is most confident of `source`.
  public func format(
    for source: SourceText,
    named name: String?
  ) throws(FormatError) -> any DocumentFormat {
    guard let name else { return detect(source) }
    guard let format = formats.first(where: { $0.name == name }) else {
      throw .unknownFormat(name)
    }
    return format
  }
}

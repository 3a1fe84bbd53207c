import DocumentParsing
import HTMLParsing

/// Something on a page that tells which system made it: one row of how the system is recognised.
public struct PageSign: Sendable {
  /// What is looked for; the words for classes are made when they are asked for, since all signs are
  /// made whenever a page is read.
  private enum Sought {
    case described(String)
    case classes([StaticString])
  }

  /// A name in words with hyphens, unique within the system: `threaded-list`.
  public let name: String
  /// What is looked for, as a noun phrase.
  public var considers: String {
    switch sought {
    case .described(let words): words
    case .classes(let names):
      (names.count == 1 ? "the class " : "the classes ")
        + names.map(\.description).joined(separator: ", ")
    }
  }
  /// How sure the sign makes, by itself.
  public let confidence: Confidence
  /// Why it tells this system and no other: where the mark-up comes from.
  public let evidence: String
  /// The fixture that is detected differently without the sign, as `<folder>/<file>`; empty for
  /// systems of programs that have none.
  package let fixture: String
  private let sought: Sought
  /// Whether a page has it; O(elements with the classes looked for).
  public let isMet: @Sendable (HTMLPage) -> Bool

  /// A sign that `isMet` looks for.
  public init(
    _ name: String,
    _ confidence: Confidence = .certain,
    considers: String,
    evidence: String = "",
    isMet: @escaping @Sendable (HTMLPage) -> Bool
  ) {
    self.init(
      name,
      confidence,
      .described(considers),
      evidence: evidence,
      fixture: "",
      isMet: isMet
    )
  }

  package init(
    _ name: String,
    _ confidence: Confidence = .certain,
    considers: String,
    evidence: String,
    fixture: String,
    isMet: @escaping @Sendable (HTMLPage) -> Bool
  ) {
    self.init(
      name,
      confidence,
      .described(considers),
      evidence: evidence,
      fixture: fixture,
      isMet: isMet
    )
  }

  private init(
    _ name: String,
    _ confidence: Confidence,
    _ sought: Sought,
    evidence: String,
    fixture: String,
    isMet: @escaping @Sendable (HTMLPage) -> Bool
  ) {
    self.name = name
    self.sought = sought
    self.confidence = confidence
    self.evidence = evidence
    self.fixture = fixture
    self.isMet = isMet
  }

  /// A sign that consists of classes that all occur on a page.
  public init(
    _ name: String,
    _ confidence: Confidence = .certain,
    classes: [StaticString],
    evidence: String = ""
  ) {
    self.init(name, confidence, classes: classes, evidence: evidence, fixture: "")
  }

  package init(
    _ name: String,
    _ confidence: Confidence = .certain,
    classes: [StaticString],
    evidence: String,
    fixture: String
  ) {
    self.init(
      name,
      confidence,
      .classes(classes),
      evidence: evidence,
      fixture: fixture,
      isMet: { page in classes.allSatisfy { page.count($0) > 0 } }
    )
  }
}

extension [PageSign] {
  /// How sure the signs of a system make that a page is its own: as sure as the surest that is met.
  ///
  /// Looks no further than the first that settles it, unless `log` wants to know about all.
  package func confidence(of system: String, in page: HTMLPage, log: DecisionLog?) -> Confidence {
    var confidence = Confidence.no
    for sign in self where sign.confidence > confidence || log != nil {
      let isMet = sign.isMet(page)
      if isMet { confidence = Swift.max(confidence, sign.confidence) }
      log?.note(system, sign.name, "\(sign.considers) (\(sign.confidence))", isMet: isMet)
    }
    return confidence
  }
}

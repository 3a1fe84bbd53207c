import HTMLParsing

/// What the words in an element's classes, id and properties hint at.
package struct MarkupHints: OptionSet, Sendable {
  package let rawValue: UInt16

  /// A comment, or the place where comments stand.
  package static let comment = MarkupHints(rawValue: 1 << 0)
  /// A post of a forum, or the place where they stand.
  package static let post = MarkupHints(rawValue: 1 << 1)
  /// Who wrote something.
  package static let author = MarkupHints(rawValue: 1 << 2)
  /// When it was written.
  package static let date = MarkupHints(rawValue: 1 << 3)
  /// What was written.
  package static let body = MarkupHints(rawValue: 1 << 4)
  /// Something else than what the other words say: a picture, a form, a count, a widget.
  package static let other = MarkupHints(rawValue: 1 << 5)
  /// A title that stands above a text.
  package static let title = MarkupHints(rawValue: 1 << 6)
  /// A quotation of another text.
  package static let quote = MarkupHints(rawValue: 1 << 7)

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The hints in the words of an attribute's value, parted at marks, digits and capitals.
  package init(words value: UnsafeRawBufferPointer) {
    var hints = MarkupHints()
    var hash = Self.seed
    var length = 0
    var wasLower = false
    for byte in value {
      let isUpper = 0x41...0x5A ~= byte
      let isLetter = isUpper || 0x61...0x7A ~= byte || byte >= 0x80
      if length > 0, !isLetter || (isUpper && wasLower) {
        hints.formUnion(Self.table[hash] ?? [])
        (hash, length) = (Self.seed, 0)
      }
      wasLower = isLetter && !isUpper
      guard isLetter else { continue }
      hash = Self.mix(hash, isUpper ? byte | 0x20 : byte)
      length += 1
    }
    if length > 0 { hints.formUnion(Self.table[hash] ?? []) }
    self = hints
  }

  package static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  package static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Words that people who build sites use in mark-up, in the languages they do so.
  private static let words: [(hint: MarkupHints, words: String)] = [
    (
      .comment,
      """
      comment comments cmt cmnt cmts commentaire commentaires comentario comentarios kommentar \
      kommentare kommentarer kommentti commento commenti komentarz komentarze komentar reactie \
      reacties discussion discussions talkback reply replies response responses feedback \
      guestbook answer answers review reviews usercomments yorum yorumlar
      """
    ),
    (.post, "post posts thread topic message messages msg forum entry item stack conversation"),
    (
      .author,
      """
      author authors user username nick nickname name commenter commentor poster byline fn member \
      handle writer sender from owner person profile who creator autor auteur verfasser usuario \
      nickname screenname displayname login postername
      """
    ),
    (
      .date,
      """
      date time timestamp datetime posted published ago when created dateline datum fecha data \
      zeit uhrzeit timeago pubdate postdate
      """
    ),
    (
      .body,
      "body content text message desc description copy markdown prose entity commenttext texte"
    ),
    (
      .other,
      """
      form respond count counter counts number open closed recent latest popular related widget \
      sidebar nav menu avatar img image photo icon thumb thumbnail gravatar badge rank tags share \
      signature sig promo teaser ad ads vote votes score like likes button buttons actions \
      controls tools toolbar footer location title
      """
    ),
    (.title, "title headline subject heading"),
    (.quote, "quote quoted quotation bbquote"),
  ]

  private static let table: [UInt64: MarkupHints] = {
    var table: [UInt64: MarkupHints] = [:]
    for (hint, words) in words {
      for word in words.split(separator: " ") {
        table[word.utf8.reduce(seed, mix), default: []].formUnion(hint)
      }
    }
    return table
  }()
}

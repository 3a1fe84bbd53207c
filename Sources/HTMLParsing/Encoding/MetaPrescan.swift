/// Looks for `<meta charset>` before a page is decoded; the HTML standard, 13.2.3.2.
enum MetaPrescan {
  /// The encoding the beginning of a page declares.
  ///
  /// UTF-16 means UTF-8, for bytes that could be read as ASCII are not UTF-16.
  static func encoding(in bytes: UnsafeRawBufferPointer) -> HTMLEncoding? {
    var tokenizer = HTMLTokenizer(bytes)
    while true {
      tokenizer.next()
      switch tokenizer.token.kind {
      case .end: return nil
      case .startTag where tokenizer.token.tag == .meta:
        if let found = encoding(ofMeta: tokenizer) { return found }
      case .startTag: skipContent(&tokenizer)
      default: break
      }
    }
  }

  /// Reads over the text of scripts and styles, in which tags mean nothing.
  private static func skipContent(_ tokenizer: inout HTMLTokenizer) {
    switch tokenizer.token.tag {
    case .script: tokenizer.content = .script
    case .style, .noframes, .xmp, .iframe, .noembed: tokenizer.content = .rawText
    // As in the standard, a `meta` in a title counts: the tag that closes the title may be missing.
    default: return
    }
    tokenizer.contentName = tokenizer.token.name
  }

  /// The language the beginning of a page says it is in, in lower case: `de-at`; empty if it does not.
  static func language(in bytes: UnsafeRawBufferPointer) -> String {
    var tokenizer = HTMLTokenizer(bytes)
    while true {
      tokenizer.next()
      switch tokenizer.token.kind {
      case .end: return ""
      case .startTag where tokenizer.token.tag == .body: return ""
      case .startTag where tokenizer.token.tag == .html:
        for index in tokenizer.token.attributes {
          let attribute = tokenizer.attributes[index]
          guard tokenizer.names.spelling(of: attribute.name).elementsEqual("lang".utf8) else {
            continue
          }
          let start = tokenizer.base + Int(attribute.start)
          let bytes = UnsafeBufferPointer(start: start, count: min(16, Int(attribute.count)))
          return String(decoding: bytes, as: UTF8.self).lowercased()
        }
        return ""
      default: break
      }
    }
  }

  private static func encoding(ofMeta tokenizer: HTMLTokenizer) -> HTMLEncoding? {
    var charset: String?
    var content: String?
    var isPragma = false
    for index in tokenizer.token.attributes {
      let attribute = tokenizer.attributes[index]
      let start = tokenizer.base + Int(attribute.start)
      let bytes = UnsafeBufferPointer(start: start, count: Int(attribute.count))
      let value = String(decoding: bytes, as: UTF8.self)
      switch attribute.name {
      case .charset: charset = value
      case .content: content = value
      case .httpEquiv: isPragma = value.lowercased() == "content-type"
      default: break
      }
    }
    let label = charset ?? (isPragma ? content.flatMap { self.charset(in: $0) } : nil)
    guard let label, let encoding = HTMLEncoding(label: label) else { return nil }
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian: return .utf8
    default: return encoding
    }
  }

  /// The label in `text/html; charset=label`.
  static func charset(in content: String) -> String? {
    let bytes = Array(content.utf8)
    let word = Array("charset".utf8)
    var start = 0
    while start + word.count <= bytes.count {
      guard bytes[start..<(start + word.count)].elementsEqual(word, by: { $0.lowercased == $1 })
      else {
        start += 1
        continue
      }
      start += word.count
      var at = start
      while at < bytes.count && bytes[at].isSpace { at += 1 }
      guard at < bytes.count && bytes[at] == 0x3D else { continue }
      at += 1
      while at < bytes.count && bytes[at].isSpace { at += 1 }
      return label(bytes[at...])
    }
    return nil
  }

  private static func label(_ rest: ArraySlice<UInt8>) -> String? {
    guard let first = rest.first else { return nil }
    if first == 0x22 || first == 0x27 {
      guard let close = rest.dropFirst().firstIndex(of: first) else { return nil }
      return String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self)
    }
    let end = rest.firstIndex { $0.isSpace || $0 == 0x3B } ?? rest.endIndex
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}

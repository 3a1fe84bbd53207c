/// How closely a page follows the standard, as its doctype promises.
public enum HTMLQuirks: Sendable {
  /// A modern doctype.
  case none
  /// A doctype of a transitional kind.
  case limited
  /// None, or one of the last century.
  case full
}

/// The parts of `<!DOCTYPE …>`.
public struct HTMLDoctype: Equatable, Sendable {
  /// The name in lower case, usually `html`; empty if missing.
  public let name: String
  /// The public identifier, nil if there is none.
  public let publicID: String?
  /// The system identifier, nil if there is none.
  public let systemID: String?

  init(_ token: DoctypeToken, in base: UnsafePointer<UInt8>) {
    func text(_ range: Range<Int>?) -> String? {
      guard let range else { return nil }
      var bytes: [UInt8] = []
      let source = UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
      TextDecoder.append(source, .replacesNUL, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    name = String(decoding: (text(token.name) ?? "").utf8.map(\.lowercased), as: UTF8.self)
    publicID = text(token.publicID)
    systemID = text(token.systemID)
  }

  /// The mode it asks for; the HTML standard, 13.2.6.4.1.
  func quirks(forced: Bool) -> HTMLQuirks {
    let id = publicID?.lowercased() ?? ""
    let system = systemID?.lowercased()
    if forced || name != "html" || HTMLDoctype.quirkyIDs.contains(id)
      || system == "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"
      || HTMLDoctype.quirkyPrefixes.contains(where: { id.hasPrefix($0) })
    {
      return .full
    }
    let isOld =
      id.hasPrefix("-//w3c//dtd html 4.01 frameset//")
      || id.hasPrefix("-//w3c//dtd html 4.01 transitional//")
    if isOld { return system == nil ? .full : .limited }
    let isTransitional =
      id.hasPrefix("-//w3c//dtd xhtml 1.0 frameset//")
      || id.hasPrefix("-//w3c//dtd xhtml 1.0 transitional//")
    return isTransitional ? .limited : .none
  }

  private static let quirkyIDs = [
    "-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html",
  ]

  private static let quirkyPrefixes = [
    "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//", "-//ietf//dtd html 2.0 level 1//",
    "-//ietf//dtd html 2.0 level 2//", "-//ietf//dtd html 2.0 strict level 1//",
    "-//ietf//dtd html 2.0 strict level 2//", "-//ietf//dtd html 2.0 strict//",
    "-//ietf//dtd html 2.0//", "-//ietf//dtd html 2.1e//", "-//ietf//dtd html 3.0//",
    "-//ietf//dtd html 3.2 final//", "-//ietf//dtd html 3.2//", "-//ietf//dtd html 3//",
    "-//ietf//dtd html level 0//", "-//ietf//dtd html level 1//", "-//ietf//dtd html level 2//",
    "-//ietf//dtd html level 3//", "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//", "-//ietf//dtd html strict level 2//",
    "-//ietf//dtd html strict level 3//", "-//ietf//dtd html strict//", "-//ietf//dtd html//",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//",
    "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//",
    "-//microsoft//dtd internet explorer 3.0 tables//", "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//", "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//", "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//", "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2 draft//", "-//w3c//dtd html 3.2 final//", "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//", "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//", "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//", "-//w3c//dtd w3 html//", "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//", "-//webtechs//dtd mozilla html//",
  ]
}

import DocumentParsing
import PageModel

extension JSONNextPage {
  /// The address of the next page; nil if there is none, or none that can be told without the
  /// source's own address.
  func address(in root: JSONValue, of source: String?, count: Int) -> String? {
    if case .address(let paths) = self {
      let link = paths.text(in: root)
      return link.isEmpty ? nil : PageAddress(source ?? "").resolve(link)
    }
    guard let source else { return nil }
    switch self {
    case .address: return nil
    case .cursor(let paths, let parameter):
      let mark = paths.text(in: root)
      return mark.isEmpty ? nil : source.setting(parameter, to: mark)
    case .number(let parameter, let first, let condition):
      guard condition.value(in: root)?.bool == true else { return nil }
      let number = source.parameter(parameter).flatMap { Int($0) } ?? first
      return number < Int.max ? source.setting(parameter, to: "\(number + 1)") : nil
    case .page(let page, let pages, let parameter):
      guard let page = page.value(in: root)?.wholeNumber, page < Int.max,
        let pages = pages.value(in: root)?.wholeNumber, page + 1 < pages
      else { return nil }
      return source.setting(parameter, to: "\(page + 1)")
    case .made(let make):
      return make(root, source, count).flatMap(PageAddress(source).resolve)
    }
  }
}

extension String {
  /// What the address asks for under a name; nil if it does not.
  func parameter(_ name: String) -> Substring? {
    let query = prefix { $0 != "#" }.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    return query.split(separator: "&").first { $0.hasPrefix("\(name)=") }?
      .dropFirst(name.count + 1)
  }

  /// The address that asks for `value` under a name, in place of what it asked for.
  func setting(_ name: String, to value: String) -> String {
    let parts = prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
    let query = parts.dropFirst().first?.split(separator: "&") ?? []
    let kept = query.filter { !$0.hasPrefix("\(name)=") }.map(String.init)
    return (parts.first.map(String.init) ?? "") + "?"
      + (kept + ["\(name)=\(value.percentEncoded)"]).joined(separator: "&")
  }

  /// Everything but letters, digits and `-._~` percent-encoded (RFC 3986, section 2.3).
  private var percentEncoded: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += (digits.count == 1 ? "%0\(digits)" : "%\(digits)").utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

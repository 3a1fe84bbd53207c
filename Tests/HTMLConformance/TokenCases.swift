import Foundation
import HTMLParsing

/// The cases of a `.test` file: text, and the tokens it makes in some states.
enum TokenCases {
  static func run(_ file: String) -> Score {
    var score = Score()
    let json = try? JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any]
    for case let test as [String: Any] in json?["tests"] as? [Any] ?? [] {
      let isEscaped = test["doubleEscaped"] as? Bool ?? false
      let input = test["input"] as? String ?? ""
      let name = test["description"] as? String ?? input
      let expected = describe(test["output"] as? [Any] ?? [], isEscaped)
      let states = test["initialStates"] as? [String] ?? ["Data state"]
      for state in states {
        let reader = HTMLTokenReader(
          HTMLBytes(isEscaped ? unescape(input) : input),
          content: content(state),
          in: test["lastStartTag"] as? String ?? ""
        )
        score.record("\(name) (\(state))", expected: expected, found: describe(reader))
      }
    }
    return score
  }

  private static func content(_ state: String) -> HTMLTokenReader.Content {
    switch state {
    case "RCDATA state": .rcdata
    case "RAWTEXT state": .rawText
    case "Script data state": .script
    case "PLAINTEXT state": .plainText
    case "CDATA section state": .cdata
    default: .data
    }
  }

  /// The tokens a case expects, a line each, adjoining text joined.
  private static func describe(_ output: [Any], _ isEscaped: Bool) -> String {
    var lines = TokenLines()
    for case let token as [Any] in output {
      func text(_ index: Int) -> String? {
        guard index < token.count, let text = token[index] as? String else { return nil }
        return isEscaped ? unescape(text) : text
      }
      switch text(0) {
      case "Character": lines.add(text: text(1) ?? "")
      case "Comment": lines.add("comment", [text(1)])
      case "EndTag": lines.add("end", [text(1)])
      case "StartTag":
        var attributes: [String: String] = [:]
        for (name, value) in token[2] as? [String: Any] ?? [:] {
          let value = value as? String ?? ""
          attributes[isEscaped ? unescape(name) : name] = isEscaped ? unescape(value) : value
        }
        lines.add(start: text(1), attributes, isSelfClosing: token.count > 3)
      default:
        lines.add("doctype", [text(1), text(2), text(3), "\(token[4] as? Bool ?? false)"])
      }
    }
    return lines.text
  }

  private static func describe(_ reader: HTMLTokenReader) -> String {
    var lines = TokenLines()
    for token in reader {
      switch token {
      case .text(let text): lines.add(text: text)
      case .comment(let text): lines.add("comment", [text])
      case .endTag(let name): lines.add("end", [name])
      case .startTag(let name, let attributes, let isSelfClosing):
        lines.add(start: name, attributes, isSelfClosing: isSelfClosing)
      case .doctype(let doctype, let forcesQuirks):
        let name = doctype.name.isEmpty ? nil : doctype.name
        lines.add("doctype", [name, doctype.publicID, doctype.systemID, "\(!forcesQuirks)"])
      }
    }
    return lines.text
  }

  /// Replaces `\uXXXX` by the UTF-16 unit it names.
  private static func unescape(_ text: String) -> String {
    var units: [UInt16] = []
    var rest = text[...]
    while let first = rest.unicodeScalars.first {
      if rest.hasPrefix("\\u"), let unit = UInt16(rest.dropFirst(2).prefix(4), radix: 16) {
        units.append(unit)
        rest = rest.dropFirst(6)
      } else {
        units += Array(String(first).utf16)
        rest.unicodeScalars.removeFirst()
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}

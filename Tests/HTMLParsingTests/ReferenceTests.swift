import Testing

@testable import HTMLParsing

@Suite("Character references")
struct ReferenceTests {
  private func text(_ source: String) -> String {
    HTMLDocument(HTMLBytes("<!DOCTYPE html><p>" + source)).text(of: HTMLDocument.root)
  }

  private func value(_ source: String) -> String? {
    let document = HTMLDocument(HTMLBytes("<!DOCTYPE html><p title='\(source)'>"))
    return document.attribute(.title, of: document.first(.p) ?? HTMLDocument.root)
  }

  @Test("Every name of the table is decoded, alone and before other letters") func everyNameTable()
  {
    let table = NamedReferences.standard
    #expect(table.count == 2231)
    for index in 0..<table.count {
      let name = String(decoding: table.name(index), as: UTF8.self)
      var wanted = ""
      for scalar in table.scalars(index).compactMap(Unicode.Scalar.init) {
        wanted.unicodeScalars.append(scalar)
      }
      #expect(Array(text("&" + name).utf8) == Array(wanted.utf8), "\(name)")
      #expect(Array(text("&" + name + "\u{416}").utf8) == Array((wanted + "\u{416}").utf8))
      guard !name.hasSuffix(";") else { continue }
      #expect(value("&" + name + "=") == "&" + name + "=", "\(name)")
    }
  }

  @Test(
    "References in text are decoded as browsers do",
    arguments: [
      ("&amp;lt;", "&lt;"), ("&ampx", "&x"), ("&notit;", "\u{AC}it;"), ("&notin;", "\u{2209}"),
      ("&NotEqualTilde;", "\u{2242}\u{338}"), ("&nosuch;", "&nosuch;"), ("&", "&"), ("&;", "&;"),
      ("a && b", "a && b"), ("&#65;&#x42;&#X43", "ABC"), ("&#;&#x;&#xg", "&#;&#x;&#xg"),
      ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"),
      ("&#99999999999999999999;", "\u{FFFD}"), ("&#150;&#x80;", "\u{2013}\u{20AC}"),
      ("&#128512;", "\u{1F600}"),
    ]
  )
  func referencesTextDecoded(_ source: String, _ wanted: String) {
    #expect(Array(text(source).utf8) == Array(wanted.utf8))
  }

  @Test(
    "Parameters of addresses in attributes are not references",
    arguments: [
      ("a?b=1&copy=2", "a?b=1&copy=2"), ("&copy;=2", "\u{A9}=2"), ("&copy2", "&copy2"),
      ("&copy", "\u{A9}"), ("&copy 2", "\u{A9} 2"), ("&#169=", "\u{A9}="),
    ]
  )
  func parametersAddressesAttributes(
    _ source: String,
    _ wanted: String
  ) {
    #expect(value(source) == wanted)
  }
}

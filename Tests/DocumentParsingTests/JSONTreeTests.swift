import DocumentParsing
import Testing

@Suite("JSON")
struct JSONTreeTests {
  @Test("Members and elements are found in any depth")
  func structure() throws {
    let tree = JSONTree(copying: #" {"a": [1, {"b": [true, null]}, "x"], "c": -2.5e3} "#.utf8)
    #expect(tree.errorOffset == nil)
    let root = try #require(tree.root)
    let list = try #require(root["a"]).elements.map { $0 }
    #expect(list.map(\.kind) == [.number, .object, .string])
    #expect(list[0].integer == 1)
    #expect(list[1]["b"]?.elements.map(\.kind) == [.true, .null])
    #expect(root["c"]?.number == -2500)
    #expect(root["d"] == nil)
    #expect(root.members.compactMap { $0.key.string } == ["a", "c"])
  }

  @Test(
    "Escapes in strings are decoded",
    arguments: [
      (#""a\"b\\c\/d""#, #"a"b\c/d"#),
      (#""\n\t\u00e9""#, "\n\té"),
      (#""\ud83d\ude42!""#, "🙂!"),
      (#""\ud83d!""#, "\u{FFFD}!"),
      (#""\u12""#, "\u{FFFD}12"),
      ("\"two\nlines\"", "two\nlines"),
    ]
  )
  func escapes(_ text: String, _ expected: String) {
    #expect(JSONTree(copying: text.utf8).root?.string == expected)
  }

  @Test("Of too many values the first are there")
  func tooMany() {
    let text = "[" + String(repeating: "1,", count: 2_100_000) + "1]"
    let tree = JSONTree(copying: text.utf8)
    #expect(tree.errorOffset == 2 * 1_999_999)
    #expect(tree.root?.elements.reduce(0) { count, _ in count + 1 } == 1_999_999)
  }

  @Test(
    "What stands before a mistake is there",
    arguments: [
      (#"{"a": 1, "b": oops}"#, 14), (#"{"a": 1, "b"#, 9), (#"{"a": 1"#, 7), (#"{"a": 1 ]"#, 8),
    ]
  )
  func mistakes(_ text: String, _ offset: Int) {
    let tree = JSONTree(copying: text.utf8)
    #expect(tree.errorOffset == offset)
    #expect(tree.root?["a"]?.integer == 1)
    #expect(tree.root?["b"] == nil)
  }

  @Test("A comma before a bracket and text behind the value pass")
  func lenience() {
    let tree = JSONTree(copying: "[1, 2, ]; more".utf8)
    #expect(tree.errorOffset == nil)
    #expect(tree.root?.elements.compactMap(\.integer) == [1, 2])
  }

  @Test("Values as deep as a long chain of answers are read")
  func deepValues() {
    let depth = 40_000
    let text = String(repeating: "[", count: depth) + "7" + String(repeating: "]", count: depth)
    let tree = JSONTree(copying: text.utf8)
    #expect(tree.errorOffset == nil)
    var value = tree.root
    for _ in 0..<depth { value = value?.elements.first { _ in true } }
    #expect(value?.integer == 7)
  }

  @Test("Nesting without end does no harm")
  func depth() {
    let tree = JSONTree(copying: String(repeating: "[", count: 300_000).utf8)
    #expect(tree.errorOffset != nil)
    #expect(tree.root?.kind == .array)
  }

  @Test("Nothing is nothing", arguments: ["", "  ", "?", "\u{FEFF}"])
  func nothing(_ text: String) {
    #expect(JSONTree(copying: text.utf8).root == nil)
  }
}

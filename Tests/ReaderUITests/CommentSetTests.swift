import DocumentModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite("Sets of comments")
struct CommentSetTests {
  @Test("The outermost about a comment is what climbing finds", arguments: 0..<40)
  func outermost(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let reading = Reading(Self.document(200, depth: 1 + seed % 9, using: &generator))
    var set = CommentSet()
    for _ in 0..<seed { set.insert(CommentID(Int.random(in: 0..<200, using: &generator))) }
    for id in reading.document.commentIDs {
      let climbed = ([id] + reading.document.ancestors(of: id)).last { set.contains($0) }
      #expect(set.outermost(about: id, in: reading) == climbed, "seed \(seed)")
      #expect(reading.root(of: id) == reading.document.root(of: id), "seed \(seed)")
    }
  }

  @Test(
    "Those from a depth on are told by their depths",
    arguments: [0, 1, 2, 5, 254, 255, 256, 300]
  )
  func depths(depth: Int) {
    let reading = Reading(Self.chain(333))
    let set = reading.comments(from: depth)
    #expect(set.count == max(0, 333 - depth))
    for id in reading.document.commentIDs { #expect(set.contains(id) == (id.index >= depth)) }
  }

  @Test("A range is looked through and taken out", arguments: [0..<0, 3..<64, 63..<65, 70..<200])
  func range(_ range: Range<Int>) {
    var set = CommentSet(all: 150)
    #expect(set.count == 150)
    #expect(set.first(in: range) == (range.isEmpty ? nil : range.lowerBound))
    set.remove(in: range)
    #expect(set.first(in: range) == nil)
    #expect(set.count == 150 - range.clamped(to: 0..<150).count)
    #expect((0..<150).allSatisfy { set.contains(CommentID($0)) != range.contains($0) })
  }

  /// A chain of `count` replies.
  private static func chain(_ count: Int) -> Document {
    document((0..<count).map { $0 - 1 })
  }

  private static func document(
    _ count: Int,
    depth: Int,
    using generator: inout SeededGenerator
  ) -> Document {
    var open: [Int] = []
    var parents: [Int] = []
    for index in 0..<count {
      open.removeLast(min(open.count, Int.random(in: 0...2, using: &generator)))
      if open.count > depth { open.removeLast(open.count - depth) }
      parents.append(open.last ?? -1)
      open.append(index)
    }
    return document(parents)
  }

  /// A document whose comments answer `parents`, -1 for none.
  private static func document(_ parents: [Int]) -> Document {
    var sizes = Array(repeating: 1, count: parents.count)
    var depths = Array(repeating: 0, count: parents.count)
    for index in parents.indices where parents[index] >= 0 {
      depths[index] = depths[parents[index]] + 1
    }
    for index in parents.indices.reversed() where parents[index] >= 0 {
      sizes[parents[index]] += sizes[index]
    }
    return Document(
      text: TextArena(""),
      source: Source(format: "test", location: "test"),
      article: Article(),
      comments: parents.indices.map { index in
        Comment(
          parent: parents[index] < 0 ? nil : CommentID(parents[index]),
          depth: depths[index],
          subtreeSize: sizes[index],
          replyLink: parents[index] < 0 ? .root : .stated
        )
      }
    )
  }
}

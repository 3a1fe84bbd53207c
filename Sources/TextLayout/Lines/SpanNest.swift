import Algorithms
import DocumentModel

/// The spans of a block as a tree, so that what a byte is can be told without going through all.
///
/// Takes O(spans) to build, more only where they are out of order.
struct SpanNest: Sendable {
  /// A span and all it stands in.
  struct Node: Sendable {
    /// The first byte.
    let start: UInt32
    /// After the last byte; never beyond the end of `parent`.
    let end: UInt32
    /// The index of the node around it, -1 if there is none.
    let parent: Int32
    /// What text inside it is.
    let spans: SpanSet
    /// The innermost link it is or stands in, else the picture; an index into `Document.spans`.
    let link: Int32?
  }

  /// By their starts, a node before those inside it.
  let nodes: [Node]

  /// The nest of `spans`; empty ones are left out.
  init(_ spans: ArraySlice<Span>) {
    guard !spans.isEmpty else {
      nodes = []
      return
    }
    var order = spans.indices.filter { !spans[$0].text.isEmpty }
    func stands(_ left: Int, before right: Int) -> Bool {
      let (left, right) = (spans[left].text, spans[right].text)
      return left.start < right.start || left.start == right.start && left.end > right.end
    }
    if zip(order, order.dropFirst()).contains(where: { stands($1, before: $0) }) {
      order.sort(by: stands)
    }
    var nodes: [Node] = []
    nodes.reserveCapacity(order.count)
    var around: Int32 = -1
    for index in order {
      let span = spans[index]
      while around >= 0, nodes[Int(around)].end <= span.text.start {
        around = nodes[Int(around)].parent
      }
      let outer = around < 0 ? nil : nodes[Int(around)]
      let node = Node(
        start: span.text.start,
        end: min(span.text.end, outer?.end ?? .max),
        parent: around,
        spans: SpanSet(span.kind).union(outer?.spans ?? []),
        link: span.kind == .link ? Int32(index) : outer?.link ?? Self.picture(span, at: index)
      )
      around = Int32(nodes.count)
      nodes.append(node)
    }
    self.nodes = nodes
  }

  /// `index` if the span is a picture with an address.
  private static func picture(_ span: Span, at index: Int) -> Int32? {
    span.kind == .image && !span.url.isEmpty ? Int32(index) : nil
  }

  /// How many nodes start at or before `place`; O(log spans).
  func count(startingBy place: Int) -> Int {
    nodes.partitioningIndex { Int($0.start) > place }
  }
}

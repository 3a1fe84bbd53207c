import Synchronization

/// A cache of where the lines of long text flows start.
///
/// Its contents follow from the document and the width alone, so sharing it changes nothing but the
/// time. Holds at most 32 flows, each with a place for every 64 lines and the columns of its tables;
/// the least recently used one is dropped first.
public final class LayoutCache: Sendable {
  /// How many flows are remembered at most.
  static let capacity = 32

  /// The most recently used last.
  private let indexes = Mutex<[LineIndex]>([])

  /// How many flows are remembered now.
  var count: Int { indexes.withLock { $0.count } }

  /// A cache with nothing in it.
  public init() {}

  /// Calls `body` with the index of `blocks` in `layout`, a new one if there is none yet.
  func withIndex<Result: Sendable>(
    of blocks: Range<Int>,
    in layout: BlockLayout,
    _ body: (inout LineIndex) -> Result
  ) -> Result {
    indexes.withLock { indexes in
      let last = indexes.count - 1
      if let found = indexes.lastIndex(where: { $0.isOf(blocks, in: layout) }) {
        if found != last { indexes.append(indexes.remove(at: found)) }
      } else {
        if indexes.count == Self.capacity { indexes.removeFirst() }
        indexes.append(LineIndex(layout, blocks: blocks))
      }
      return body(&indexes[indexes.count - 1])
    }
  }
}

import Synchronization

/// Remembers where the lines of long passages start, so that they are not looked for anew.
///
/// What it remembers follows from the document and the width alone: with it or without, every
/// passage has the same lines, and only the time differs. So values that share one stay values. It
/// holds at most 32 passages, of which the one not asked for longest goes first, each with a place
/// for every 64 of its lines, and the columns of its tables.
public final class LayoutCache: Sendable {
  /// The most passages that are remembered.
  static let capacity = 32

  /// The one asked for last stands at the end.
  private let indexes = Mutex<[LineIndex]>([])

  /// How many passages are remembered now.
  var count: Int { indexes.withLock { $0.count } }

  /// A cache with nothing in it.
  public init() {}

  /// Calls `body` with what is known of `blocks` of `layout`, to be added to.
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

import CProcess

/// The memory of the process that `malloc` hands out.
package enum Heap {
  /// How much is asked of the system at a time, and how much that is free is kept, in bytes.
  private static let step: Int32 = 16 << 20

  /// Has the heap grow in large steps, and keep what is freed for what is needed next.
  ///
  /// Otherwise each array that outgrows 128 KiB is new memory of the system, page by page, and goes
  /// back there when the array grows: a quarter of the time it takes to read a page of the web.
  package static func growsInLargeSteps() { cp_heap_set_step(step) }
}

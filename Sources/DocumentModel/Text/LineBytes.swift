/// The bytes of a line, without the line break, where they stand in memory; not to be kept longer than
/// that.
package typealias LineBytes = Slice<UnsafeRawBufferPointer>

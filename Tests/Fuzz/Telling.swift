import Glibc

/// Writes a line at once, so that nothing is lost when the program crashes.
func tell(_ text: String, on descriptor: Int32 = STDOUT_FILENO) {
  var line = text + "\n"
  line.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
}

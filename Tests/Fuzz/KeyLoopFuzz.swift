import TestSupport

/// Reads `bytes` as a reader's session and traps where its state or screen is wrong.
func fuzzKeyLoop(_ bytes: UnsafeRawBufferPointer) {
  var script = KeyLoopScript(bytes)
  if let violation = script.firstViolation() { preconditionFailure(violation) }
}

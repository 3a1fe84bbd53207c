import TestSupport

/// What is wrong with the state or the screen in the session that `bytes` spell.
func keyLoopViolation(_ bytes: UnsafeRawBufferPointer) -> String? {
  var script = KeyLoopScript(bytes)
  return script.firstViolation()
}

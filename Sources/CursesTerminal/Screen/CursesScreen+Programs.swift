import CNcurses
import SystemServices
import Terminal

/// Gives the terminal to the shell and to other programs.
extension CursesScreen {
  /// Stops the process as Ctrl-Z does; returns when the shell continues it.
  ///
  /// `InputEvent.resumed` follows, after `InputEvent.resize` if the window's size has changed.
  package func suspend() {
    leave()
    cn_stop()
    enter()
    adoptWindowSize()
  }

  /// Runs a program on the terminal and waits until it ends; returns its exit status.
  ///
  /// As in a shell, 127 means that it could not be started, 128 and more that a signal ended it. The
  /// next `present` draws the whole screen.
  @discardableResult
  package func run(_ program: Program) -> Int32 {
    guard screen != nil else { return 127 }
    leave()
    let status = try? program.runInForeground(input: tty.input, output: tty.output)
    enter()
    adoptWindowSize()
    pending.append(.resumed)
    return status ?? 127
  }

  /// Puts `text` on the user's clipboard by asking the terminal (OSC 52), through `ssh` and `tmux`.
  ///
  /// False if the terminal cannot be asked. Whether it does so is not reported; some terminals
  /// accept no more than about 75,000 bytes.
  @discardableResult
  package func copyToClipboard(_ text: String) -> Bool {
    guard screen != nil, capabilities.isXtermLike else { return false }
    tty.write("\u{1B}]52;c;\(base64(text))\u{07}")
    return true
  }
}

/// `text`'s UTF-8 in base64 (RFC 4648).
func base64(_ text: String) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      let digit = digits[bits >> (18 - 6 * place) & 63]
      result.append(place <= group.count ? digit : UInt8(ascii: "="))
    }
  }
  return String(decoding: result, as: UTF8.self)
}

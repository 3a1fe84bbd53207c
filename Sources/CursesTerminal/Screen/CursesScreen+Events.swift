import CNcurses
import Glibc
import SystemServices
import Terminal

/// Waits for keys, signals and wake-ups.
extension CursesScreen {
  /// The next event; `nil` if none arrives within `milliseconds`.
  ///
  /// Without a limit it waits until there is one. Signals come before keys, keys before wake-ups;
  /// several changes of the window's size in a row make one event. After `end` nothing else is
  /// reported.
  package func nextEvent(within milliseconds: Int?) -> InputEvent? {
    guard screen != nil, !hasEnded else { return .end }
    let event = event(within: milliseconds)
    hasEnded = event == .end
    return event
  }

  private func event(within milliseconds: Int?) -> InputEvent? {
    let deadline = milliseconds.map { Clock.milliseconds + max(0, $0) }
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      if let event = decoder.next() {
        if case .background = event { backgroundQuery?.isOpen = false }
        return event
      }
      let now = Clock.milliseconds
      let patience = decoder.hasPendingBytes ? max(0, lastInput + decoder.timeout - now) : nil
      let left = deadline.map { max(0, $0 - now) }
      let timeout = [patience, left].compactMap { $0 }.min() ?? -1
      let ready = wait(milliseconds: timeout)
      if ready.signal { handleSignals() }
      if ready.input { readInput() }
      if !pending.isEmpty { continue }
      if !ready.input, let patience, Clock.milliseconds >= now + patience {
        if let event = decoder.next(isFinal: true) { return event }
        continue
      }
      if ready.wakeUp, !ready.input, !drain(wakeUp.readEnd).isEmpty { return .wakeUp }
      if ready.isEmpty, let deadline, Clock.milliseconds >= deadline { return nil }
    }
  }

  /// What can be read without blocking.
  private struct Ready {
    var signal = false
    var input = false
    var wakeUp = false
    var isEmpty: Bool { !signal && !input && !wakeUp }
  }

  private func wait(milliseconds: Int) -> Ready {
    var files = [signals.readEnd, tty.input, wakeUp.readEnd].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let timeout = Int32(clamping: milliseconds)
    // If a signal interrupted `poll`, its number is in the pipe by now.
    guard poll(&files, nfds_t(files.count), timeout) >= 0 || poll(&files, 3, 0) >= 0 else {
      return Ready()
    }
    let ready = files.map { $0.revents != 0 }
    return Ready(signal: ready[0], input: ready[1], wakeUp: ready[2])
  }

  private func readInput() {
    let count = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      let count = read(tty.input, buffer.baseAddress, buffer.count)
      if count > 0 { decoder.append(buffer[..<count]) }
      lastInput = Clock.milliseconds
      return count
    }
    let isInterrupted = count < 0 && (errno == EINTR || errno == EAGAIN)
    if count <= 0, !isInterrupted { pending.append(.end) }
  }

  private func handleSignals() {
    let numbers = Set(drain(signals.readEnd).map { Int32($0) })
    if numbers.contains(SIGTSTP) { suspend() }
    if numbers.contains(SIGCONT) {
      enter()
      adoptWindowSize()
      pending.append(.resumed)
    }
    if numbers.contains(SIGWINCH) { adoptWindowSize() }
    if !numbers.isDisjoint(with: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) {
      pending.insert(.end, at: 0)
    }
  }

  /// Adopts the current size of the window, and reports it if it has changed.
  func adoptWindowSize() {
    var (rows, columns): (Int32, Int32) = (0, 0)
    guard cn_window_size(tty.output, &rows, &columns),
      Size(columns: Int(columns), rows: Int(rows)) != size
    else { return }
    resizeterm(rows, columns)
    shown = nil
    pending.removeAll { if case .resize = $0 { true } else { false } }
    pending.append(.resize(size))
  }

  /// Waits up to 50 ms for an outstanding answer, which the shell would take for typed text.
  ///
  /// Terminals that have not answered within half a second never do.
  func awaitAnswer() {
    guard let query = backgroundQuery, query.isOpen, Clock.milliseconds - query.time < 500 else {
      return
    }
    backgroundQuery?.isOpen = false
    let deadline = Clock.milliseconds + 50
    while Clock.milliseconds < deadline {
      var file = pollfd(fd: tty.input, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, Int32(deadline - Clock.milliseconds)) > 0 else { return }
      readInput()
      while let event = decoder.next() {
        if case .background = event { return }
        pending.append(event)
      }
      if pending.last == .end { return }
    }
  }
}

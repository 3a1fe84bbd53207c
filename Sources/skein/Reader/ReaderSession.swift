import Fetching
import ReaderUI
import SiteAccess
import SystemServices

/// Shows several sources on one screen, one at a time, and the pages they lead to; each stays as it
/// was left.
final class ReaderSession {
  private struct Entry {
    /// The source, `nil` for the tour or standard input.
    let source: String?
    /// The pages read from there on, `nil` as long as it has not been opened.
    var history: PageHistory<OpenPage>?
    /// What shows its page, `nil` if that is not in memory.
    var runtime: Runtime? { history?.page.runtime }
  }

  private let arguments: ReaderArguments
  private let fetcher: Fetcher
  private let runtimes: RuntimeFactory
  private var entries: [Entry] = []
  private var current = 0

  /// A session of what `runtimes` makes.
  init(_ runtimes: RuntimeFactory) {
    self.runtimes = runtimes
    arguments = runtimes.arguments
    fetcher = runtimes.fetcher
  }

  /// Reads the first of `sources`, which has been opened, then what the user asks for; `taken` is
  /// how many milliseconds reading the beginning took.
  func run(
    _ sources: [String],
    from opened: OpenDocument,
    beginning: OpenDocument.Beginning,
    taken: Int
  ) throws {
    entries = sources.map { Entry(source: $0) }
    if entries.isEmpty { entries = [Entry(source: nil)] }
    var runtime = runtimes.make(opened, beginning)
    entries[0].history = PageHistory(page(of: runtime))
    begin(runtime, opened, beginning, taken: taken)
    while true {
      runtime.run()
      runtime.closeMemory()
      if runtime.wasInterrupted { throw Interruption() }
      if let failure = runtime.failure {
        runtime = try back(from: failure)
      } else if let wanted = runtime.wanted {
        runtime.wanted = nil
        runtime = change(to: wanted, from: runtime)
      } else {
        return
      }
    }
  }

  // MARK: Changing

  /// Goes back to a page read before the current one, which could not be loaded.
  private func back(from failure: any Error) throws -> Runtime {
    let isKept = entries[current].history?.removeCurrent() == true
    if !isKept { entries.remove(at: current) }
    guard !(failure is Interruption) || !entries.isEmpty,
      let previous = isKept
        ? current
        : entries.prefix(current).lastIndex(where: { $0.history != nil })
          ?? entries.firstIndex(where: { $0.history != nil })
    else { throw failure }
    current = previous
    let runtime = try currentRuntime(after: nil)
    show(runtime)
    if !(failure is Interruption) { runtime.state.say("\(failure)", isWarning: true) }
    runtime.draw()
    return runtime
  }

  /// Goes to what is wanted; stays at `runtime`, and says why, if that cannot be opened.
  private func change(to wanted: SourceRequest, from runtime: Runtime) -> Runtime {
    do {
      switch wanted {
      case .listed(let index):
        guard entries.indices.contains(index) else { return stay(runtime) }
        return try goToSource(index, from: runtime)
      case .new(let location): return try goToSource(place(of: location), from: runtime)
      case .page(let page):
        let beginning = OpenDocument.Beginning(contents: page.contents, parts: 1)
        let fresh = visit(page.opened, beginning, entry: page.entry, from: runtime)
        fresh.go(to: page.comment, showing: page.version)
        if let warning = page.warning {
          fresh.state.say(warning, isWarning: true)
          fresh.draw()
        }
        return fresh
      case .file(let path, let entry, let comment):
        let opened =
          path == Tour.location
          ? try OpenDocument(.tour, format: nil)
          : try OpenDocument(at: path, format: arguments.format, encoding: arguments.encoding)
        let fresh = visit(opened, try opened.beginning(), entry: entry, from: runtime)
        fresh.go(to: comment, showing: nil)
        return fresh
      case .step(let step):
        guard entries[current].history?.go(step) == true else { return stay(runtime) }
        do {
          return redraw(try currentRuntime(after: runtime))
        } catch {
          _ = entries[current].history?.go(-step)
          throw error
        }
      case .discussion(let index): return redraw(try showDiscussion(index, from: runtime))
      case .neighbour(let step): return try openNeighbour(step, from: runtime)
      }
    } catch {
      _ = stay(runtime)
      runtime.state.say("\(error)", isWarning: true)
      runtime.draw()
      return runtime
    }
  }

  /// Where `location`, as it was typed, stands among the sources; a new one stands after the current.
  private func place(of location: String) -> Int {
    let source = fetcher.takingCredentials(
      from: SourceNames.address(
        of: TypedPath.expanded(location),
        settingsFile: arguments.settingsFile
      )
    )
    let target = entries.firstIndex { $0.source == source } ?? current + 1
    if target == current + 1, entries.dropFirst(target).first?.source != source {
      entries.insert(Entry(source: source), at: target)
    }
    return target
  }

  private func goToSource(_ target: Int, from runtime: Runtime) throws -> Runtime {
    if entries[target].history != nil {
      let before = current
      current = target
      do {
        return redraw(try currentRuntime(after: runtime))
      } catch {
        current = before
        throw error
      }
    }
    do {
      let opened = try OpenDocument(
        at: entries[target].source,
        format: arguments.format,
        encoding: arguments.encoding
      )
      let start = Clock.milliseconds
      let beginning = try opened.beginning()
      let taken = Clock.milliseconds - start
      let fresh = runtimes.make(opened, beginning, after: runtime)
      current = target
      entries[target].history = PageHistory(page(of: fresh))
      show(fresh)
      begin(fresh, opened, beginning, taken: taken)
      return fresh
    } catch {
      if target == current + 1 || target == current - 1 {
        entries.remove(at: target)
        if target < current { current -= 1 }
      }
      throw error
    }
  }

  /// Shows a page after the current one.
  private func visit(
    _ opened: OpenDocument,
    _ beginning: OpenDocument.Beginning,
    entry: Int?,
    from runtime: Runtime
  ) -> Runtime {
    if let entry { runtime.state.markRead(entry: entry) }
    let fresh = runtimes.make(opened, beginning, after: runtime)
    fresh.keep(opened)
    let ahead = entries[current].history?.visit(page(of: fresh, entry: entry)) ?? []
    for page in ahead { page.stopAll() }
    entries[current].history?.letGo(size: \.size) { $0.letGo() }
    show(fresh)
    begin(fresh, opened, beginning, taken: 1)
    return fresh
  }

  /// Opens the entry so many after the one that led to the current page.
  private func openNeighbour(_ step: Int, from runtime: Runtime) throws -> Runtime {
    guard entries[current].history?.go(-1) == true else { return stay(runtime) }
    let list = try currentRuntime(after: runtime)
    let effects = list.state.openEntry(after: step)
    show(list)
    list.perform(effects)
    list.draw()
    return list
  }

  /// Shows another discussion of the article that the current page is about.
  private func showDiscussion(_ index: Int, from runtime: Runtime) throws -> Runtime {
    var discussions = runtime.state.knownDiscussions
    guard discussions.all.indices.contains(index), index != discussions.current,
      let before = entries[current].history?.page
    else { return stay(runtime) }
    discussions.current = index
    entries[current].history?.page.turn(to: index)
    let fresh: Runtime
    do {
      fresh = try runtimeOfDiscussion(discussions.all[index], index, after: runtime)
    } catch {
      entries[current].history?.page = before
      throw error
    }
    fresh.state.takeOver(from: runtime.state)
    fresh.state.show(discussions)
    fresh.state.stand(beside: runtime.state)
    return fresh
  }

  /// What shows the discussion `tab`, at `index` of those of the page; one that is not in memory is loaded
  /// beside the article, but for that of the page itself.
  private func runtimeOfDiscussion(
    _ tab: DiscussionTab,
    _ index: Int,
    after runtime: Runtime
  ) throws -> Runtime {
    guard index > 0, let page = entries[current].history?.page, page.runtime == nil else {
      return try currentRuntime(after: runtime)
    }
    let awaited = AwaitedDiscussion(tab: tab, article: runtime.article, left: page.left)
    let fresh = try runtimes.make(awaiting: awaited, after: runtime)
    entries[current].history?.page.show(fresh, reopen: fresh.source.reopening(as: nil))
    return fresh
  }

  /// What shows the current page, which is opened again if it is not in memory.
  private func currentRuntime(after other: Runtime?) throws -> Runtime {
    if let runtime = entries[current].runtime {
      if let other, other !== runtime { runtime.state.takeOver(from: other.state) }
      if let other { runtime.themes = other.themes }
      return runtime
    }
    guard let page = entries[current].history?.page, let reopen = page.reopen else {
      throw Interruption()
    }
    let opened = try reopen()
    let beginning = try opened.beginning()
    let fresh = runtimes.make(opened, beginning, after: other)
    fresh.state.show(page.discussions)
    entries[current].history?.page.show(fresh, reopen: reopen)
    let left = page.left
    fresh.start = { [unowned fresh] in
      if let left { fresh.state.restore(left) }
      fresh.beginLinkedArticle()
    }
    begin(fresh, opened, beginning, taken: 1)
    return fresh
  }

  private func page(of runtime: Runtime, entry: Int? = nil) -> OpenPage {
    OpenPage(runtime, entry: entry, reopen: runtime.source.reopening(as: arguments.format))
  }

  private func redraw(_ runtime: Runtime) -> Runtime {
    show(runtime)
    runtime.draw()
    return runtime
  }

  private func stay(_ runtime: Runtime) -> Runtime {
    show(runtime)
    return runtime
  }

  /// Tells `runtime`, which is shown from now on, of the sources and pages around it.
  private func show(_ runtime: Runtime) {
    tellPlace(to: runtime)
    runtime.resume()
  }

  private func tellPlace(to runtime: Runtime) {
    let names = entries.map { $0.source.map { "\(FilePath($0))" } ?? Tour.location }
    runtime.state.sources = SourceList(names, current: current)
    guard let history = entries[current].history else { return }
    var trail = PageTrail(history.pages.map(\.title), current: history.current)
    if history.current > 0, history.page.entry != nil,
      let list = history.pages[history.current - 1].runtime?.state.list
    {
      trail.hasEntryBefore = list.selected > 0
      trail.hasEntryAfter = list.selected + 1 < list.shown.count
    }
    runtime.state.pages = trail
  }

  // MARK: Beginning

  /// Draws the first screen and has the rest of the document read.
  private func begin(
    _ runtime: Runtime,
    _ opened: OpenDocument,
    _ beginning: OpenDocument.Beginning,
    taken: Int
  ) {
    tellPlace(to: runtime)
    runtime.recallAfterFirstScreen()
    if !opened.isAwaited { runtime.start() }
    tellPlace(to: runtime)
    runtime.draw()
    if opened.isAwaited { runtime.fetch(opened, with: fetcher) }
    if beginning.isPartial {
      runtime.estimate = LoadingEstimate(
        start: Clock.milliseconds,
        expected: max(1, taken) * beginning.parts
      )
      runtime.readRest(of: opened)
    }
  }
}

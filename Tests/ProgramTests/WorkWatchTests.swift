import DocumentModel
import ReaderUI
import TestSupport
import Testing

@testable import skein

@Suite("How long work in the background takes")
struct WorkWatchTests {
  @Test("Each work is timed from its beginning, and none that does not go on")
  func times() {
    var state = Session(.literal(article: ["A lamp."])).state
    var watch = WorkWatch()
    watch.show(in: &state, at: 1000)
    #expect(watch.interval == nil)
    state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    watch.show(in: &state, at: 2000)
    #expect(watch.interval != nil)
    state.setProgress(Progress(label: "loading 3 kB", share: nil), of: .loading)
    watch.show(in: &state, at: 14_500)
    #expect(state.progress?.seconds == 12)
    state.setProgress(nil, of: .loading)
    watch.show(in: &state, at: 15_000)
    #expect(watch.interval == nil)
    state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    watch.show(in: &state, at: 16_000)
    #expect(state.progress?.seconds == 0)
  }
}

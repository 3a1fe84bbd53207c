import Testing

@testable import ReadingHistory

@Suite("The history")
struct HistoryStoreTests {
}

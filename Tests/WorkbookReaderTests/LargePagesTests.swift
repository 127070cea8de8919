import Testing

@testable import WorkbookReader

struct LargePagesTests {
    /// A block of the tenth column is one large page, one of the eleventh is two.
    @Test func freeBlocksAreCountedAsLargePages() {
        let text = """
            Node 0, zone      DMA      0      0      0      0      0      0      0      0      1      1      3
            Node 0, zone   Normal  14166  14405  12056   9340   7170   4529   2750   1358    647    586   1906

            """
        #expect(LargePages.count(in: text) == 1 + 2 * 3 + 586 + 2 * 1906)
    }

    /// A system that counts otherwise has none, as far as anybody here knows.
    @Test(arguments: ["", "Node 0, zone Normal 1 2 3", "nothing of the kind\n\n"])
    func whatIsNotUnderstoodCountsAsNone(_ text: String) {
        #expect(LargePages.count(in: text) == 0)
    }
}

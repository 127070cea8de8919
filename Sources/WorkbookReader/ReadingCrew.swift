/// Reads a workbook's parts with every processor there is.
///
/// There are three kinds of work. Parts are unpacked one after the other, cut into chunks; chunks are scanned by whoever is
/// free, in any order; what was scanned is put together in the order of the file, so that the result, and the error
/// if there is one, is the same however many take part. Whoever comes free takes what holds up the others most.
///
/// `stream` is used only by the one who is unpacking, `assembly` only by the one who is putting together; `Work` says who
/// that is, which makes it safe to send.
final class ReadingCrew: @unchecked Sendable {
    /// A chunk on its way.
    struct Loaded {
        let number: Int
        /// The sheet it belongs to; `nil` for the shared texts.
        let sheet: Int?
        let chunk: Chunk
        let isFirst: Bool
        let isBehindRows: Bool
        /// What it adds to the checksum of its part.
        let share: PartStream.Share
        /// What that checksum is to be, if this is the part's last chunk.
        let statedChecksum: UInt32?
    }

    /// What became of a chunk.
    struct Scanned {
        let content: Result<Content, ReadingError>
        /// What the chunk adds to the checksum of its part, and what that is to be at the part's end.
        var checksum = Checksum()
        var statedChecksum: UInt32?
    }

    enum Content {
        case texts(ScannedTexts)
        case sheet(Int, isFirst: Bool, SheetDraft)
    }

    /// Who does what.
    private struct Work {
        var loaded: [Loaded] = []
        var scanned: [Int: Scanned] = [:]
        var spare: [Chunk] = []
        /// Texts that are put away, by their run, and how many runs have been begun.
        var runs: [Int: [UInt8]] = [:]
        var runCount = 0
        var nextToLoad = 0
        var nextToAdd = 0
        var isLoading = false
        var isAdding = false
        var isAllLoaded = false
        var isDone = false
    }

    private enum Step {
        case load(Chunk, number: Int)
        case scan(Loaded)
        case add(Scanned)
        case leave
    }

    /// Chunks under way at once; bounds the memory beside the cells themselves.
    private static let chunksUnderWay = 8

    private let plan: ReadingPlan
    private let work = Monitor(Work())
    private var stream: PartStream?
    private var nextPart = 0
    private var sheetOfStream: Int?
    private var assembly: WorkbookAssembly
    /// Of the part that is being put together, so far.
    private var checksum = Checksum()
    private var failure: ReadingError?

    init(_ plan: ReadingPlan) {
        self.plan = plan
        assembly = WorkbookAssembly(uses1904: plan.uses1904, limits: plan.limits)
    }

    /// Reads everything.
    func run() throws(ReadingError) -> Workbook {
        let size = plan.sheets.reduce(plan.sharedTexts?.size ?? 0) { $0 + $1.part.size }
        // A thread costs about as much as scanning a hundred kilobytes.
        let helpers = size < 2 * PartStream.chunkSize ? 0 : Threads.available - 1
        Threads.run(helpers: helpers) { self.takePart() }
        if let failure { throw failure }
        var runs: [Int: [UInt8]] = [:]
        work.update { swap(&runs, &$0.runs) }
        return try assembly.workbook(runs: runs)
    }

    /// What each thread does until all is done.
    private func takePart() {
        var scanner = SheetScanner(styles: plan.styles, uses1904: plan.uses1904, limits: plan.limits)
        var texts = SharedTextScanner(part: plan.sharedTexts?.name ?? "", limits: plan.limits)
        while true {
            switch work.wait(Self.nextStep) {
            case .leave:
                putAway(texts.run)
                return
            case .load(let chunk, let number): load(chunk, number)
            case .scan(let loaded):
                // First, for it brings the chunk near the processor in the quickest way.
                let checksum = loaded.share.checksum(loaded.chunk)
                let scanned = Scanned(
                    content: scan(loaded, &scanner, &texts), checksum: checksum,
                    statedChecksum: loaded.statedChecksum)
                work.update {
                    $0.scanned[loaded.number] = scanned
                    $0.spare.append(loaded.chunk)
                }
            case .add(let scanned):
                let isFine = add(scanned)
                work.update {
                    $0.isAdding = false
                    $0.nextToAdd += 1
                    $0.isDone = !isFine || ($0.isAllLoaded && $0.nextToAdd == $0.nextToLoad)
                }
            }
        }
    }

    /// The step that holds up the others most; `nil` if there is nothing to do but wait.
    private static func nextStep(_ work: inout Work) -> Step? {
        if work.isDone { return .leave }
        if !work.isAdding, let scanned = work.scanned.removeValue(forKey: work.nextToAdd) {
            work.isAdding = true
            return .add(scanned)
        }
        let mayLoad = !work.isLoading && !work.isAllLoaded && work.nextToLoad - work.nextToAdd < chunksUnderWay
        // One chunk ahead is enough to keep another thread busy; more would only go cold in the cache.
        if mayLoad, work.loaded.count < 2 {
            work.isLoading = true
            work.nextToLoad += 1
            return .load(
                work.spare.popLast() ?? Chunk(capacity: PartStream.chunkSize + PartStream.room),
                number: work.nextToLoad - 1)
        }
        if !work.loaded.isEmpty { return .scan(work.loaded.removeFirst()) }
        return nil
    }

    /// Unpacks the next chunk of the part at hand, or of the next one.
    private func load(_ chunk: Chunk, _ number: Int) {
        do throws(ReadingError) {
            let isFirst = stream == nil
            if isFirst { try openNextPart() }
            guard let stream else {
                work.update {
                    $0.nextToLoad -= 1
                    $0.isAllLoaded = true
                    $0.isLoading = false
                    $0.isDone = $0.isDone || $0.nextToAdd == $0.nextToLoad
                }
                return
            }
            try stream.next(into: chunk)
            let loaded = Loaded(
                number: number, sheet: sheetOfStream, chunk: chunk, isFirst: isFirst,
                isBehindRows: stream.beganBehindRows, share: stream.share,
                statedChecksum: stream.isFinished ? stream.statedChecksum : nil)
            if stream.isFinished { self.stream = nil }
            let isLast = stream.isFinished && nextPart > plan.sheets.count
            work.update {
                $0.loaded.append(loaded)
                $0.isAllLoaded = isLast
                $0.isLoading = false
            }
        } catch {
            work.update {
                $0.scanned[number] = Scanned(content: .failure(error))
                $0.isAllLoaded = true
                $0.isLoading = false
            }
        }
    }

    /// Part 0 is the shared texts, the others are the sheets.
    private func openNextPart() throws(ReadingError) {
        while nextPart <= plan.sheets.count, stream == nil {
            let part = nextPart
            nextPart += 1
            if part > 0 {
                sheetOfStream = part - 1
                stream = try PartStream(
                    plan.sheets[part - 1].part, of: plan.archive, item: .rows, limits: plan.limits)
            } else if let texts = plan.sharedTexts {
                stream = try PartStream(texts, of: plan.archive, item: .texts, limits: plan.limits)
            }
        }
    }

    private func scan(
        _ loaded: Loaded, _ scanner: inout SheetScanner, _ texts: inout SharedTextScanner
    ) -> Result<Content, ReadingError> {
        defer { withExtendedLifetime(loaded.chunk) {} }
        guard let sheet = loaded.sheet else {
            if !texts.run.hasRoom(loaded.chunk.count) { putAway(texts.change(to: newRun(for: loaded.chunk))) }
            texts.makeReady(for: loaded.chunk.count)
            return .success(.texts(texts.scan(loaded.chunk.markup)))
        }
        scanner.part = plan.sheets[sheet].part.name
        do throws(ReadingError) {
            let draft = try scanner.draft(
                loaded.chunk.markup, isFirst: loaded.isFirst, isBehindRows: loaded.isBehindRows)
            return .success(.sheet(sheet, isFirst: loaded.isFirst, draft))
        } catch {
            return .failure(error)
        }
    }

    /// A run with room for a chunk's texts, and for those of more chunks if the part has them.
    private func newRun(for chunk: Chunk) -> TextRun {
        var number = 0
        work.update {
            number = $0.runCount
            $0.runCount += 1
        }
        return TextRun(number: number, room: max(chunk.count, min(TextRun.size, plan.sharedTexts?.size ?? 0)))
    }

    private func putAway(_ run: TextRun) {
        guard !run.bytes.isEmpty else { return }
        work.update { $0.runs[run.number] = run.bytes }
    }

    /// Adds what comes next in the order of the file; false when the file cannot be read.
    private func add(_ scanned: Scanned) -> Bool {
        do throws(ReadingError) {
            let content = try scanned.content.get()
            checksum.append(scanned.checksum)
            switch content {
            case .texts(let texts):
                let part = plan.sharedTexts?.name ?? ""
                try hold(to: scanned.statedChecksum, part: part)
                try assembly.add(texts, part: part)
            case .sheet(let index, let isFirst, let draft):
                let sheet = plan.sheets[index]
                try hold(to: scanned.statedChecksum, part: sheet.part.name)
                if isFirst {
                    assembly.begin(
                        name: sheet.entry.name, visibility: sheet.entry.visibility, part: sheet.part.name)
                }
                try assembly.add(draft)
            }
            return true
        } catch {
            failure = error
            return false
        }
    }

    /// Holds a part, all of whose bytes have been added up, to what the archive states of it. Where there are fewer bytes
    /// than it states, they are all there are if the checksum says so.
    private func hold(to stated: UInt32?, part: String) throws(ReadingError) {
        guard let stated else { return }
        guard checksum.value == stated else { throw .damaged(part: part, damage: .checksum) }
        checksum = Checksum()
    }
}

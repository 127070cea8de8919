import PackFaster
import Testing

/// What is packed is unpacked again by zlib itself, whatever it holds and however it is handed over.
@Suite struct PackFasterTests {
    enum Content: CaseIterable {
        case nothing, oneByte, repetitive, random, markup

        /// About a million bytes, the same ones each time.
        var bytes: [UInt8] {
            var state: UInt64 = 88_172_645_463_325_252
            func next() -> UInt64 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return state
            }
            switch self {
            case .nothing: return []
            case .oneByte: return [65]
            case .repetitive: return Array(repeating: 65, count: 1_000_003)
            case .random: return (0..<1_000_003).map { _ in UInt8(truncatingIfNeeded: next()) }
            case .markup:
                return (0..<30_000).flatMap { Array("<c r=\"A\($0)\"><v>\(next() % 1_000)</v></c>".utf8) }
            }
        }
    }

    @Test(arguments: Content.allCases, [1, 997, 65_536, 4_000_000])
    func comesBackAsItWas(content: Content, room: Int) throws {
        // A byte at a time shows the same on less.
        let bytes = room == 1 ? Array(content.bytes.prefix(20_000)) : content.bytes
        let packed = try packed(bytes, room: room, window: -MAX_WBITS)
        #expect(try unpacked(packed, count: bytes.count, window: -MAX_WBITS) == bytes)
        if room > 1, content == .repetitive || content == .markup { #expect(packed.count < bytes.count / 4) }
        #expect(packed.count < bytes.count + bytes.count / 100 + 64)
    }

    @Test func theSameBytesAreTheSamePacked() throws {
        let bytes = Content.markup.bytes
        #expect(try packed(bytes, room: 997, window: -MAX_WBITS) == packed(bytes, room: 997, window: -MAX_WBITS))
    }

    /// What zlib wraps with a header and a checksum is left to it.
    @Test func leavesOtherStreamsToZlib() throws {
        let bytes = Content.markup.bytes
        let packed = try packed(bytes, room: 997, window: MAX_WBITS)
        #expect(packed.first == 0x78)
        #expect(try unpacked(packed, count: bytes.count, window: MAX_WBITS) == bytes)
    }

    #if os(Linux)
        /// Otherwise all of the above would hold for zlib alone. zlib's best is smaller than what is packed for speed.
        @Test func isWhatTheProgramCalls() throws {
            let bytes = Content.markup.bytes
            let raw = try packed(bytes, room: 4_000_000, window: -MAX_WBITS)
            let wrapped = try packed(bytes, room: 4_000_000, window: MAX_WBITS)
            #expect(Array(wrapped.dropFirst(2).dropLast(4)) != raw)
            #expect(wrapped.count < raw.count)
        }

        /// A function of zlib that is not answered here refuses the stream instead of taking it for its own.
        @Test func zlibRefusesTheStreams() {
            var stream = z_stream()
            #expect(start(&stream, window: -MAX_WBITS) == Z_OK)
            #expect(deflateReset(&stream) == Z_STREAM_ERROR)
            #expect(deflateEnd(&stream) == Z_OK)
            #expect(deflateEnd(&stream) == Z_STREAM_ERROR)
        }
    #endif

    /// What went wrong in zlib's own terms.
    struct Failure: Error { let code: Int32 }

    private func start(_ stream: inout z_stream, window: Int32) -> Int32 {
        deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
    }

    /// Packs bytes that are handed over `room` at a time, into a buffer of as many.
    private func packed(_ bytes: [UInt8], room: Int, window: Int32) throws -> [UInt8] {
        var stream = z_stream()
        guard start(&stream, window: window) == Z_OK else { throw Failure(code: Z_STREAM_ERROR) }
        defer { _ = deflateEnd(&stream) }
        return try run(&stream, bytes, room: room) { deflate(&$0, $1 ? Z_FINISH : Z_NO_FLUSH) }
    }

    private func unpacked(_ bytes: [UInt8], count: Int, window: Int32) throws -> [UInt8] {
        var stream = z_stream()
        let code = inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw Failure(code: code) }
        defer { _ = inflateEnd(&stream) }
        return try run(&stream, bytes, room: max(count, 64)) { stream, _ in inflate(&stream, Z_NO_FLUSH) }
    }

    private func run(
        _ stream: inout z_stream, _ bytes: [UInt8], room: Int, step: (inout z_stream, Bool) -> Int32
    ) throws -> [UInt8] {
        var input = bytes
        var output = [UInt8](repeating: 0, count: room)
        var result: [UInt8] = []
        var given = 0
        var code = Z_OK
        while code != Z_STREAM_END {
            let piece = min(room, bytes.count - given)
            let isLast = given + piece == bytes.count
            var left = piece
            repeat {
                let (produced, newCode) = input.withUnsafeMutableBufferPointer { from in
                    output.withUnsafeMutableBufferPointer { to in
                        stream.next_in = from.baseAddress.map { $0 + given + piece - left }
                        stream.avail_in = UInt32(left)
                        stream.next_out = to.baseAddress
                        stream.avail_out = UInt32(room)
                        let code = step(&stream, isLast)
                        return (room - Int(stream.avail_out), code)
                    }
                }
                code = newCode
                left = Int(stream.avail_in)
                result += output.prefix(produced)
                guard code == Z_OK || code == Z_STREAM_END || (code == Z_BUF_ERROR && left == 0) else {
                    throw Failure(code: code)
                }
            } while code != Z_STREAM_END && (left > 0 || isLast)
            given += piece
        }
        return result
    }
}

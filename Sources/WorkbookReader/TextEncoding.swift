#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a part's characters are written, and their way to UTF-8.
enum TextEncoding {
    /// The encoding that a part's first bytes declare, and how many of them are a byte order mark.
    static func detect(_ markup: Markup) -> (name: String?, mark: Int) {
        switch (markup[0], markup[1], markup[2], markup[3]) {
        case (0xEF, 0xBB, 0xBF, _): return (nil, 3)
        case (0xFF, 0xFE, 0, 0): return ("UTF-32LE", 4)
        case (0, 0, 0xFE, 0xFF): return ("UTF-32BE", 4)
        case (0xFF, 0xFE, _, _): return ("UTF-16LE", 2)
        case (0xFE, 0xFF, _, _): return ("UTF-16BE", 2)
        case (Byte.open, 0, let third, _) where third != 0: return ("UTF-16LE", 0)
        case (0, Byte.open, 0, let fourth) where fourth != 0: return ("UTF-16BE", 0)
        default: return (declared(markup), 0)
        }
    }

    /// What the XML declaration says, when it is not UTF-8.
    private static func declared(_ markup: Markup) -> String? {
        guard markup.has("<?xml", at: 0) else { return nil }
        let end = markup.tagEnd(5).next
        guard let value = markup.value(of: "encoding", at: 5), value.upperBound < end, value.count <= 40 else {
            return nil
        }
        let name = markup.string(value).uppercased()
        // What could be read as ASCII up to here is not in wide characters, whatever it says of itself.
        if name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") || name.hasPrefix("UCS-") { return nil }
        // Written under the old name by programs that use all of the new one's characters.
        if ["GB2312", "GBK", "CP936", "X-GBK"].contains(name) { return "GB18030" }
        return ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name) ? nil : name
    }
}

/// Turns a part's bytes into UTF-8, chunk by chunk.
///
/// Invariants: `handle` is open until this object goes; bytes of a character that is cut in two wait in `left`.
@safe final class Transcoder {
    private let handle: iconv_t
    private var left: [UInt8] = []

    /// `nil` if the encoding is unknown. A name from a file is only handed on when it is made of harmless letters.
    init?(from encoding: String) {
        guard encoding.utf8.allSatisfy({ $0 < 128 && $0 > 32 && $0 != Byte.slash && $0 != UInt8(ascii: ",") }) else {
            return nil
        }
        guard let opened = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: opened) != -1 else { return nil }
        unsafe handle = unsafe opened
    }

    deinit { unsafe iconv_close(handle) }

    /// Adds what `bytes` mean to a chunk; false when they do not follow the encoding.
    func append(_ markup: Markup, to chunk: Chunk) -> Bool {
        var source = left
        markup.append(0..<markup.count, to: &source)
        var used = 0
        while used < source.count {
            chunk.reserve(max(256, (source.count - used) * 2))
            var step = 0
            var isCut = false
            unsafe chunk.fill { (room) -> Int in
                unsafe source.withUnsafeMutableBytes { raw -> Int in
                    var from = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self).advanced(by: used)
                    var fromLeft = raw.count - used
                    var into = unsafe UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
                    var intoLeft = room.count
                    let before = fromLeft
                    if unsafe iconv(handle, &from, &fromLeft, &into, &intoLeft) == -1 {
                        isCut = errno == EINVAL
                    }
                    step = before - fromLeft
                    return room.count - intoLeft
                }
            }
            used += step
            if isCut { break }
            if step == 0 { return false }
        }
        left = Array(source[used...])
        return left.count < 16
    }

    /// Whether the last character was whole.
    var isComplete: Bool { left.isEmpty }
}

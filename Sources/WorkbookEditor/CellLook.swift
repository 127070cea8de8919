/// How a cell of the list looks.
public struct CellLook: Hashable, Sendable {
    /// The font's name and its size in points.
    public var font: String, size: Double
    /// Whether it is bold, underlined.
    public var isBold = false, isUnderlined = false
    /// The colours of its text and behind it, 0xRRGGBB.
    public var color: UInt32?, fill: UInt32?
    /// Whether it has thin lines around it.
    public var hasBorder = false
    /// Whether its text goes on in a next line.
    public var wraps = false
    /// Whether its text stands in the middle.
    public var isCentred = false

    /// Makes a look.
    public init(font: String, size: Double = 10, _ change: (inout CellLook) -> Void = { _ in }) {
        self.font = font
        self.size = size
        change(&self)
    }

    /// The same with a change.
    public func with(_ change: (inout CellLook) -> Void) -> CellLook {
        var look = self
        change(&look)
        return look
    }
}

extension CellLook {
    /// The element of its font, of its fill and of its border, each without the prefix; `nil` for the workbook's own.
    func fontMarkup(_ p: String) -> String {
        let size = size == size.rounded() ? "\(Int(size))" : "\(size)"
        return "<\(p)font>" + (isBold ? "<\(p)b/>" : "") + (isUnderlined ? "<\(p)u/>" : "")
            + "<\(p)sz val=\"\(size)\"/>"
            + (color.map { "<\(p)color rgb=\"\(CellLook.hexadecimal($0))\"/>" } ?? "")
            + "<\(p)name val=\"\(Escaping.markup(font))\"/></\(p)font>"
    }

    static func fillMarkup(_ color: UInt32, _ p: String) -> String {
        "<\(p)fill><\(p)patternFill patternType=\"solid\"><\(p)fgColor rgb=\"\(hexadecimal(color))\"/>"
            + "<\(p)bgColor indexed=\"64\"/></\(p)patternFill></\(p)fill>"
    }

    static func borderMarkup(_ p: String) -> String {
        let sides = ["left", "right", "top", "bottom"].map {
            "<\(p)\($0) style=\"thin\"><\(p)color rgb=\"FFBFBFBF\"/></\(p)\($0)>"
        }
        return "<\(p)border>" + sides.joined() + "<\(p)diagonal/></\(p)border>"
    }

    /// A colour as markup writes it: `FFFFC7CE`.
    static func hexadecimal(_ color: UInt32) -> String {
        let digits = String(color & 0xFF_FFFF, radix: 16, uppercase: true)
        return "FF" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
}

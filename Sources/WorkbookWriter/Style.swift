/// A colour, 0xRRGGBB.
public struct Color: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// Red, green and blue, eight bits each.
    public let rgb: UInt32
    /// Makes a colour of 0xRRGGBB.
    public init(integerLiteral value: UInt32) { rgb = value & 0xFF_FFFF }
    /// Makes a colour of 0xRRGGBB.
    public init(rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }
}

/// How a cell looks. A value: equal styles share one format in the file.
public struct Style: Hashable, Sendable {
    /// The font's name; `nil` is Calibri.
    public var font: String?
    /// The font's size in points; `nil` is 11.
    public var size: Double?
    /// Whether it is bold, italic, underlined.
    public var isBold = false, isItalic = false, isUnderlined = false
    /// The colour of the text; `nil` is black.
    public var color: Color?
    /// The colour behind it.
    public var fill: Color?
    /// Excel's number format, such as `#,##0.00`, or `@` for text that stays text when it is edited.
    public var numberFormat: String?
    /// Where it stands across the cell.
    public var across: Across?
    /// Where it stands up and down the cell.
    public var upright: Upright?
    /// Whether long text goes on in a new line.
    public var wraps = false
    /// Whether long text is made smaller to fit.
    public var shrinks = false
    /// How many steps it is moved in.
    public var indent: UInt8 = 0
    /// The lines around it.
    public var border: Line = .none
    /// The line above it, where it differs from `border`.
    public var top: Line?
    /// The line below it, where it differs from `border`.
    public var bottom: Line?
    /// The colour of the lines.
    public var lineColor: Color?

    /// Makes a plain style.
    public init() {}

    /// Makes a style by changing a plain one.
    public init(_ change: (inout Style) -> Void) { change(&self) }

    /// The style with a change made to it.
    public func with(_ change: (inout Style) -> Void) -> Style {
        var copy = self
        change(&copy)
        return copy
    }

    /// Where text stands across a cell.
    public enum Across: UInt8, Hashable, Sendable { case left = 1, center, right, fill, justify, centerAcross }
    /// Where text stands up and down a cell.
    public enum Upright: UInt8, Hashable, Sendable { case top = 8, bottom, center }
    /// A line of a border, as Excel numbers them.
    public enum Line: UInt8, Hashable, Sendable {
        case none = 0
        case thin, medium, dashed, dotted, thick, double, hair
    }
}

/// A style that a workbook knows. It belongs to the workbook that gave it.
public struct StyleID: Hashable, Sendable {
    let index: Int
    /// No style: the workbook's default.
    public static let plain = StyleID(index: 0)
}

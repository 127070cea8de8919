/// A sum or product that does not fit its type.
///
/// Amounts from a file are bounded when they are read, so this is met only by sums over absurd inputs; it is an error
/// that is said, never a wrong number.
public struct Overflow: Error, Hashable, Sendable {
    /// Makes the error.
    public init() {}
}

/// A whole number of some smallest unit: fen, millionths of a bottle.
///
/// The conforming types share their arithmetic, not their meaning: adding an amount to a quantity does not compile.
public protocol Exact: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The value in smallest units.
    var units: Int64 { get }
    /// Makes a value from smallest units.
    init(units: Int64)
    /// How many decimal places a smallest unit stands at.
    static var decimals: Int { get }
}

extension Exact {
    /// Nothing of it.
    @inlinable public static var zero: Self { Self(units: 0) }

    /// Whether it is nought.
    @inlinable public var isZero: Bool { units == 0 }

    /// The same without its sign.
    @inlinable public var magnitude: Self { Self(units: units < 0 ? 0 &- units : units) }

    /// Orders by size.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.units < right.units }

    /// The sum, or `Overflow`.
    @inlinable public static func + (left: Self, right: Self) throws(Overflow) -> Self {
        let (sum, overflow) = left.units.addingReportingOverflow(right.units)
        if overflow { throw Overflow() }
        return Self(units: sum)
    }

    /// The difference, or `Overflow`.
    @inlinable public static func - (left: Self, right: Self) throws(Overflow) -> Self {
        let (difference, overflow) = left.units.subtractingReportingOverflow(right.units)
        if overflow { throw Overflow() }
        return Self(units: difference)
    }

    /// Adds in place, or throws `Overflow` and leaves the value as it was.
    @inlinable public static func += (left: inout Self, right: Self) throws(Overflow) { left = try left + right }

    /// Subtracts in place, or throws `Overflow` and leaves the value as it was.
    @inlinable public static func -= (left: inout Self, right: Self) throws(Overflow) { left = try left - right }

    /// The value with the sign turned.
    @inlinable public var negated: Self { Self(units: 0 &- units) }

    /// Plain decimal digits without trailing zeros beyond `minimumDecimals`: `-96`, `0.5`, `4947.60`.
    public func text(minimumDecimals: Int) -> String {
        var digits = String(units.magnitude)
        let wanted = Self.decimals + 1 - digits.utf8.count
        if wanted > 0 { digits = String(repeating: "0", count: wanted) + digits }
        let split = digits.index(digits.endIndex, offsetBy: -Self.decimals)
        var fraction = digits[split...]
        while fraction.utf8.count > minimumDecimals, fraction.last == "0" { fraction.removeLast() }
        let sign = units < 0 ? "-" : ""
        return fraction.isEmpty ? "\(sign)\(digits[..<split])" : "\(sign)\(digits[..<split]).\(fraction)"
    }
}

/// Money, in hundredths of the currency's unit (fen). Compared to the fen.
public struct Amount: Exact {
    /// Fen.
    public let units: Int64
    /// Makes an amount of so many fen.
    @inlinable public init(units: Int64) { self.units = units }
    /// Two.
    public static var decimals: Int { 2 }
    /// The largest amount taken from a cell, either way: 9,999,999,999,999.99.
    public static let limit = Amount(units: 999_999_999_999_999)
    /// Always two decimals: `4947.60`.
    public var description: String { text(minimumDecimals: 2) }
}

/// A number of pieces, cases or kilograms, in millionths. Compared at 0.000001.
public struct Quantity: Exact {
    /// Millionths.
    public let units: Int64
    /// Makes a quantity of so many millionths.
    @inlinable public init(units: Int64) { self.units = units }
    /// Six.
    public static var decimals: Int { 6 }
    /// The largest quantity taken from a cell, either way: 999,999,999.
    public static let limit = Quantity(units: 999_999_999_000_000)
    /// As few decimals as it needs: `120`, `0.5`.
    public var description: String { text(minimumDecimals: 0) }
}

/// A price for one unit, kept at eight decimals so that a price per case divides into a price per bottle, and compared
/// at four (0.0001).
public struct UnitPrice: Exact {
    /// Hundred-millionths of the currency's unit.
    public let units: Int64
    /// Makes a price of so many hundred-millionths.
    @inlinable public init(units: Int64) { self.units = units }
    /// Eight.
    public static var decimals: Int { 8 }
    /// The largest price taken from a cell, either way: 99,999,999.
    public static let limit = UnitPrice(units: 9_999_999_900_000_000)
    /// Two to four decimals, as compared: `12.50`, `407.6283`.
    public var description: String { UnitPrice(units: compared * 10_000).text(minimumDecimals: 2) }

    /// The price in ten-thousandths, rounded half away from nought: what two prices are compared by.
    @inlinable public var compared: Int64 { rounded(Int128(units), by: 10_000) ?? 0 }

    /// Whether two prices are the same at 0.0001.
    @inlinable public func agrees(with other: UnitPrice) -> Bool { compared == other.compared }

    /// The price of so many, to the fen, half away from nought.
    @inlinable public func times(_ quantity: Quantity) throws(Overflow) -> Amount {
        let product = Int128(units) * Int128(quantity.units)
        guard let fen = rounded(product, by: 1_000_000_000_000) else { throw Overflow() }
        return Amount(units: fen)
    }

    /// The price of one of `parts` equal parts, at eight decimals.
    @inlinable public func divided(by parts: Int64) -> UnitPrice? {
        guard parts > 0 else { return nil }
        return rounded(Int128(units), by: Int128(parts)).map(UnitPrice.init(units:))
    }
}

/// A share such as a tax rate or a discount, in millionths: 13 % is 130,000.
public struct Rate: Exact {
    /// Millionths.
    public let units: Int64
    /// Makes a rate of so many millionths.
    @inlinable public init(units: Int64) { self.units = units }
    /// Six.
    public static var decimals: Int { 6 }
    /// As few decimals as it needs: `0.13`.
    public var description: String { text(minimumDecimals: 0) }
}

/// `value ÷ divisor`, half away from nought; `nil` when it does not fit 64 bits. `divisor` must be above nought.
@inlinable public func rounded(_ value: Int128, by divisor: Int128) -> Int64? {
    // Nearly everything is small enough for the machine's own division, which is several times as fast.
    if let value = Int64(exactly: value), let divisor = Int64(exactly: divisor), value.magnitude < 1 << 62,
        divisor < 1 << 62
    {
        return (value < 0 ? value - divisor / 2 : value + divisor / 2) / divisor
    }
    let half = divisor / 2
    let shifted = value < 0 ? value - half : value + half
    return Int64(exactly: shifted / divisor)
}

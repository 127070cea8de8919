/// A decimal on its way into a cell: `units` ÷ 10^`decimals`.
///
/// An .xlsx cell stores a binary double, so here, and only here, an exact figure becomes one: the double nearest to it.
/// The file holds that double at 16 digits (-65.9 as -65.90000000000001), Excel shows 15: every figure of up to 15
/// digits shows, and reads back, as what it was.
public struct StoredNumber: Hashable, Sendable {
    /// The digits.
    public let units: Int64
    /// How many of them stand behind the point, 0 to 18.
    public let decimals: Int

    /// Makes a number of so many `10^-decimals`.
    public init(units: Int64, decimals: Int) {
        self.units = units
        self.decimals = min(max(decimals, 0), 18)
    }

    /// Makes a whole number.
    public init(_ whole: Int) { self.init(units: Int64(whole), decimals: 0) }

    /// The nearest double.
    var nearestDouble: Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        // Both sides are exact below 2^53, so one correctly rounded division gives the nearest double.
        if units.magnitude < 1 << 53 { return Double(units) / scale }
        // Else through text: reading decimal digits is correctly rounded whatever their number.
        return Double("\(units)e-\(decimals)") ?? Double(units) / scale
    }
}

import Books

/// An amount, or none, in the eight bytes of an amount: an `Amount?` takes sixteen, and a month has a million pairs.
struct PossibleAmount: Sendable {
    private let units: Int64

    init(_ amount: Amount?) { units = amount?.units ?? Table.absent }

    var amount: Amount? { units == Table.absent ? nil : Amount(units: units) }
}

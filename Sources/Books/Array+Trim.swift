extension Array {
    /// Lets go of the room that it grew into and does not need, where that is worth a copy.
    mutating func trim() {
        guard capacity - count > count / 8 else { return }
        var trimmed: [Element] = []
        trimmed.reserveCapacity(count)
        trimmed += self
        self = trimmed
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place from which on elements are no longer before what is looked for; the end where all are.
    ///
    /// Elements must stand in order: those that are before come first. Found by halving.
    @inlinable public func firstPlace(notBefore isBefore: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

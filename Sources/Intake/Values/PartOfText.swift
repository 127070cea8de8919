extension [UInt8] {
    /// Whether a run of bytes stands anywhere in it.
    func contains(_ run: [UInt8]) -> Bool {
        guard let first = run.first else { return true }
        if run.count > count { return false }
        for place in 0...count - run.count where self[place] == first {
            if run.indices.allSatisfy({ self[place + $0] == run[$0] }) { return true }
        }
        return false
    }
}

extension String {
    /// Whether a part stands anywhere in it, byte for byte.
    ///
    /// For texts in one writing only, as folded headers are: `contains` compares whole characters, which takes far longer, and
    /// each header of each sheet is asked for dozens of words.
    func holds(_ part: String) -> Bool {
        guard let first = part.utf8.first else { return true }
        let bytes = utf8
        return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: part.utf8) }
    }
}

public import Books

extension Reconciliation {
    /// The result as far as it concerns some findings: the order desk stays, ties and stock are left out.
    ///
    /// - Parameters:
    ///   - families: The families whose rules matter; others are not said to be unchecked.
    ///   - isWanted: Which findings stay.
    public func limited(toFamilies families: Set<String>, where isWanted: (Finding) -> Bool) -> Reconciliation {
        var kept: [Finding] = []
        var places: [Int: Int] = [:]
        for (place, finding) in findings.enumerated() {
            guard let rule = RuleBook.rule(finding.code), families.contains(rule.family), isWanted(finding) else {
                continue
            }
            places[place] = kept.count
            kept.append(finding)
        }
        return Reconciliation(
            findings: kept, ties: [], stock: [],
            notChecked: notChecked.filter { entry in
                RuleBook.rule(entry.code).map { families.contains($0.family) } ?? false
            }, orderDesk: orderDesk.moved(places), settings: settings)
    }
}

extension OrderDesk {
    /// The desk when the findings that it points to stand elsewhere, or nowhere.
    func moved(_ places: [Int: Int]) -> OrderDesk {
        OrderDesk(
            standings: standings.map { standing in
                var moved = standing
                moved.faults = standing.faults.compactMap { places[$0] }
                return moved
            }, of: self, doubtful: doubtful.compactMap { places[$0] })
    }
}

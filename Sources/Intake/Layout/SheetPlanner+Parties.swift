import Books
import WorkbookReader

/// Sheets that are of one customer each, and say so in their title or on their tab only.
extension SheetPlanner {
    /// Whether a reading has records of customers, and nothing in its columns or labels says of which.
    func lacksCustomer(_ reading: BookChooser.Reading) -> Bool {
        reading.shape.kind != .customers && reading.shape.columns.contains { $0.field == .customer }
            && reading.columns[.customer] == nil && reading.columns[.customerCode] == nil
            && (reading.head[.customer] ?? 0) <= BookChooser.saidWithoutLabel && reading.matrix?.by != .customer
    }

    /// What a table would be if its title or tab named a customer; `nil` where that is not all it lacks.
    func readingsOfACustomer(_ chooser: BookChooser) -> [BookChooser.Reading]? {
        var chooser = chooser
        guard chooser.said.insert(.customer).inserted, case .certain(let readings) = chooser.choose(),
            readings.allSatisfy({ lacksCustomer($0) && $0.shape.holdsCustomer })
        else { return nil }
        return readings
    }

    /// The customer that a section's titles or, for the only one of a sheet, its tab's or file's name means; `nil` where they
    /// mean nobody that other sheets know, or several.
    private func party(of section: Section) -> RegionPlan.Constant? {
        guard let parties = places.parties else { return nil }
        if section.groups?.lonelyCompanies.contains(where: { parties.party(named: $0) == nil }) ?? false { return nil }
        var named = titles(of: section).compactMap { title in
            parties.party(named: title.text).map { (name: $0, place: Optional(title.place)) }
        }
        if section.isAlone {
            let tab = parties.party(named: view.sheet.name) ?? parties.party(cutShort: view.sheet.name)
            if let tab { named.append((tab, nil)) }
            if named.isEmpty, let file = parties.party(named: fileStem) { named.append((file, nil)) }
        }
        guard let first = named.first, Set(named.map(\.name)).count == 1 else { return nil }
        return RegionPlan.Constant(place: first.place, value: .text(first.name))
    }

    /// Whether a section's titles, or rows of its own from the first on, name its customers.
    func namesParties(_ section: Section) -> Bool {
        party(of: section) != nil || rows(naming: section).first?.place == section.body.lowerBound
    }

    private func rows(naming section: Section) -> [GroupRow] {
        places.parties.flatMap { section.groups?.rows(naming: $0) } ?? []
    }

    /// Gives a table the customer that its title or tab names, where nothing else does.
    func nameParty(_ section: Section, _ reading: BookChooser.Reading, _ plan: inout RegionPlan) {
        let isSaid = plan.constants[.customer] != nil || plan.groups.contains { $0.field == .customer }
        if isSaid || !lacksCustomer(reading) || !namesParties(section) { return }
        plan.take(party(of: section), rows(naming: section))
    }

    /// Whether a section's titles or its tab's or file's name may mean a customer, should other sheets know one of that name.
    func mayNameParty(_ section: Section) -> Bool {
        (titles(of: section).map(\.text) + [view.sheet.name, fileStem]).contains(where: TitledParty.mayName)
            || section.groups?.hasLone ?? false
    }

    /// The companies that a section's titles and its tab name.
    func companies(_ section: Section) -> Set<String> {
        Set((titles(of: section).map(\.text) + [view.sheet.name]).map(TitledParty.core).filter(isCompany))
    }

    /// Whether a section's titles name somebody whom those of the one before do not, so that it is no page of the same table.
    func namesAnother(_ section: Section, than before: Section) -> Bool {
        guard let parties = places.parties else { return false }
        func name(_ title: HeadTitle) -> String { parties.party(named: title.text) ?? title.text }
        let known = Set(titles(of: before).map(name))
        return titles(of: section).contains { TitledParty.mayName($0.text) && !known.contains(name($0)) }
    }

    private func isCompany(_ text: String) -> Bool {
        TextProfile(ArraySlice(text.utf8), texts.interner.meanings).isCompany
    }

    /// The texts above a section that are no label's, and those behind labels that say nothing of the records: 致：甲商行.
    private func titles(of section: Section) -> [HeadTitle] {
        section.titles
            + section.headPairs.compactMap { pair in
                let text = head.text(pair.value)
                if text.isEmpty || head.means(pair, { $0 != .toWarehouse }) { return nil }
                return HeadTitle(text: text, place: Place(column: pair.column, row: pair.row))
            }
    }

    private var fileStem: String {
        let file = path.split(separator: "/").last ?? ""
        return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? String(file)
    }
}

extension BookShape {
    /// Whether its records should be of a customer.
    fileprivate var holdsCustomer: Bool { (essential + expected).contains([.customer]) }
}

import Books
import WorkbookReader

/// What follows from titles.
extension SheetPlanner {
    /// The one book that the short titles of a table without labels name aloud: 期初库存.
    private func subject(of section: Section) -> BookKind? {
        if !telling(section.headPairs).isEmpty { return nil }
        let titles = section.titles.map(\.text).filter { $0.count <= 24 }
        if titles.isEmpty { return nil }
        let words = TitleWords(titles: titles, sheet: "", path: "")
        let loud = BookShape.all.filter { words.points(for: $0) >= BookChooser.loudTitle }
        return loud.count == 1 ? loud[0].kind : nil
    }

    /// Whether a table's titles name another book than those of the one before, so that it is no page of the same table.
    func isOfAnotherBook(_ section: Section, than before: Section) -> Bool {
        guard let own = subject(of: section), let other = subject(of: before) else { return false }
        return own != other
    }

    /// Notes of which book each table is, where tables with the same header name several; one without a title goes on with
    /// that of the one before.
    func withSubjects(_ sections: [Section]) -> [Section] {
        var named: [[String]: Set<BookKind>] = [:]
        for section in sections {
            if let subject = subject(of: section) { named[section.block.signature, default: []].insert(subject) }
        }
        var latest: [[String]: BookKind] = [:]
        return sections.map { section in
            var section = section
            let signature = section.block.signature
            if let subject = subject(of: section) { latest[signature] = subject }
            if named[signature]?.count ?? 0 > 1 { section.subject = latest[signature] }
            return section
        }
    }

    /// Gives an order form the company that its title names, where no label does.
    func nameCompany(_ titles: [HeadTitle], _ plan: inout RegionPlan) {
        guard plan.shape.kind == .orders, plan.columns[.headerCompany] == nil, plan.constants[.headerCompany] == nil
        else { return }
        for title in titles {
            guard let company = title.company else { continue }
            plan.constants[.headerCompany] = RegionPlan.Constant(place: title.place, value: .text(company))
            return
        }
    }

    /// Takes the kind of documents and the warehouse from the words around a table.
    func derive(_ plan: inout RegionPlan) {
        if plan.shape.kind == .movements, plan.columns[.documentKind] == nil, plan.constants[.documentKind] == nil {
            let number = plan.headers.first { $0.field == .documentNumber }?.text ?? ""
            let file = path.split(separator: "/").last.map(String.init) ?? ""
            for text in plan.warehouseHints + [number, file] {
                guard let kind = DerivedWords.documentKind(in: text) else { continue }
                plan.constants[.documentKind] = RegionPlan.Constant(place: nil, value: .text(kind))
                break
            }
        }
        let wantsWarehouse = plan.shape.expected.contains([.warehouse])
        if wantsWarehouse, plan.columns[.warehouse] == nil, plan.constants[.warehouse] == nil {
            for text in plan.warehouseHints {
                guard let name = DerivedWords.warehouse(in: text) else { continue }
                plan.constants[.warehouse] = RegionPlan.Constant(place: nil, value: .text(name))
                break
            }
        }
    }
}

import Books
import WorkbookReader

/// What follows from titles.
extension SheetPlanner {
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

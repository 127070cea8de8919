import Books

extension Rule {
    static let documentNoBasis = Rule(
        "document.no-basis", .missing, owner: .warehouse,
        title: Phrase("单据没有依据", "Document without basis"),
        meaning: Phrase(
            "每张仓库单据都要有依据：送货单、厂方送货单、打包单、退厂或返修通知单。有订单可查的销售出库没写依据的，报「出库无订单」，不重复报。",
            "Every warehouse document has a basis: delivery note, the factory's note, packing list, notice of return or repair. An issue without one, where there are orders, is dispatch.without-order and not said again."
        ),
        books: [.movements], columns: [RequiredColumn(.movements, .basisNumber)]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        let hasOrders = examination.month.has(.orders)
        for document in book.documents where document.basis.isNone && !document.isVoided {
            guard let kind = document.kind, kind != .adjustment else { continue }
            if kind == .salesOut, hasOrders { continue }
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                sources: [findings.source(book.table, document.rows[0], .basisNumber)],
                "单据没有写依据单号。请补上送货单、通知单或订单号。",
                "The document names no basis. Add the number of the note, notice or order it was made from.")
        }
    }
}

/// A small month with everything that may go wrong in it, as text.
struct RandomMonth {
    private var random: SplitMix
    private var orders: [String] = [], movements: [String] = [], receivables: [String] = []
    private var receipts: [String] = [], ledger: [String] = []
    private let customers = ["甲", "乙", "丙"], products = ["A", "B", "C"]
    private let prices = ["10", "1.005", "3.335", "0.07"]

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        for number in 1...5 { addOrder(number) }
        addStrays()
    }

    var text: String {
        func book(_ name: String, _ header: String, _ rows: [String]) -> String? {
            rows.isEmpty ? nil : ([name, header] + rows).joined(separator: "\n")
        }
        return [
            book("orders", "orderNumber | customer | productCode | quantity | unitPrice | deliveryDate", orders),
            book(
                "movements",
                "documentKind | documentNumber | date | customer | warehouse | basisNumber | productCode | quantity | unitPrice | voided",
                movements),
            book("receivables", "customer | documentNumber | date | amount | settlement", receivables),
            book("receipts", "receiptNumber | date | customer | amount | appliesTo", receipts),
            book(
                "ledger", "voucherNumber | date | accountCode | debit | credit | customer | documentNumber", ledger),
        ].compactMap { $0 }.joined(separator: "\n\n")
    }

    // MARK: Chance

    private mutating func roll(_ sides: Int) -> Int { Int(random.next() % UInt64(sides)) }
    private mutating func happens(_ percent: Int) -> Bool { roll(100) < percent }
    private mutating func pick(_ from: [String]) -> String { from[roll(from.count)] }

    // MARK: Making

    private mutating func addOrder(_ number: Int) {
        let customer = pick(customers), order = "SO-\(number)"
        let isLater = happens(10)
        var worth = 0, isShipped = false
        let document = "CK-\(100 + number)"
        let goesTo = happens(10) ? pick(customers) : customer, isVoid = happens(8), isAfter = happens(8),
            isBefore = happens(8)
        let date = isAfter ? "2026-11-03" : isBefore ? "2026-09-28" : "2026-10-\(10 + number)"
        for product in products where happens(70) {
            let quantity = 1 + roll(40), price = pick(prices)
            orders.append(
                "\(order) | \(customer) | \(product) | \(quantity) | \(price) | \(isLater ? "2026-11-20" : "2026-10-25")"
            )
            if happens(15) { continue }
            let shipped = happens(20) ? max(1, quantity + roll(7) - 3) : quantity
            let charged = happens(12) ? pick(prices) : price
            for part in happens(30) && shipped > 1 ? [shipped / 2, shipped - shipped / 2] : [shipped] {
                movements.append(
                    "salesOut | \(document) | \(date) | \(goesTo) | \(happens(95) ? "主仓" : "") | \(order) | \(product) | \(part) | \(charged) | \(isVoid ? "yes" : "")"
                )
                worth += RandomMonth.fen(part, charged)
                isShipped = true
            }
            if happens(6) {
                movements.append(
                    "salesReturn | TH-\(number) | 2026-10-28 | \(customer) | 主仓 | \(order) | \(product) | 1 | \(price) | "
                )
            }
        }
        if isShipped { addReceivable(document, customer, worth: worth, date: date) }
    }

    private mutating func addReceivable(_ document: String, _ customer: String, worth: Int, date: String) {
        if happens(10) { return }
        let owed = happens(10) ? worth + roll(500) : worth
        let owing = happens(8) ? pick(customers) : customer
        let settlement = pick(["cash", "monthly"])
        for _ in 0..<(happens(6) ? 2 : 1) {
            receivables.append("\(owing) | \(document) | \(date) | \(RandomMonth.yuan(owed)) | \(settlement)")
        }
        addEntry(document, owing, owed, isCredit: false, date: date)
        if happens(60) {
            let paid = happens(30) ? owed / 2 : happens(10) ? owed + 100 : owed
            addReceipt(happens(95) ? owing : pick(customers), paid, cites: happens(50) ? document : "")
        }
    }

    private mutating func addReceipt(_ customer: String, _ fen: Int, cites: String) {
        if fen <= 0 { return }
        let number = "SK-\(receipts.count + 1)"
        receipts.append("\(number) | 2026-10-30 | \(customer) | \(RandomMonth.yuan(fen)) | \(cites)")
        addEntry(number, customer, fen, isCredit: true, date: "2026-10-30")
    }

    private mutating func addEntry(_ number: String, _ customer: String, _ fen: Int, isCredit: Bool, date: String) {
        if happens(8) { return }
        let booked = happens(8) ? fen + 9 : fen
        let named = happens(6) ? pick(customers) : customer
        let day = happens(6) ? "2026-11-02" : date
        for _ in 0..<(happens(6) ? 2 : 1) {
            let sum = RandomMonth.yuan(booked)
            ledger.append(
                "\(ledger.count + 1) | \(day) | 1122 | \(isCredit ? "" : sum) | \(isCredit ? sum : "") | \(named) | \(number)"
            )
        }
    }

    private mutating func addStrays() {
        if happens(40) {
            let stray = "salesOut | CK-900 | 2026-10-09 | \(pick(customers)) | 主仓 | SO-99 | A | 3 | 10 | "
            movements.append(stray)
        }
        if happens(40) {
            receivables.append("\(pick(customers)) | CK-800 | 2026-08-09 | \(50 + roll(50)) | monthly")
        }
        if happens(30) { receivables.append("\(pick(customers)) | CK-700 | 2026-10-09 | 33.33 | monthly") }
        if happens(30) { addReceipt(pick(customers), 1 + roll(9999), cites: "") }
        if happens(30) { addEntry("CK-600", pick(customers), 77_70, isCredit: false, date: "2026-10-05") }
        if happens(20) { addEntry("", pick(customers), 12_34, isCredit: happens(50), date: "2026-10-05") }
    }

    /// Pieces × price to the fen, half up, in whole numbers.
    static func fen(_ pieces: Int, _ price: String) -> Int {
        let parts = price.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let thousandths =
            (Int(parts[0]) ?? 0) * 1000
            + (Int(fraction + String(repeating: "0", count: 3 - fraction.count)) ?? 0)
        return (pieces * thousandths + 5) / 10
    }

    static func yuan(_ fen: Int) -> String {
        let rest = fen % 100
        return "\(fen / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

import Books
import Reconciler

extension FindingsJSON {
    /// The order desk: how many orders stand where, and each that is still open or was cancelled, with what holds it.
    static func write(_ desk: OrderDesk, _ month: Month, _ language: Language, _ json: inout JSONBytes) {
        json.key("counts")
        json.object { json in
            for state in OrderState.allCases {
                json.key(named: state.rawValue)
                json.number(desk.count(state))
            }
        }
        json.key("list")
        json.list { json in
            for standing in desk.standings where standing.state != .shipped {
                json.next()
                json.object { write(standing, month, language, &$0) }
            }
        }
    }

    private static func write(
        _ standing: OrderStanding, _ month: Month, _ language: Language, _ json: inout JSONBytes
    ) {
        func text(_ symbol: Symbol) -> String? { symbol.isNone ? nil : month.text(symbol) }
        json.key("number")
        json.string(month.text(standing.number))
        json.key("customer")
        json.string(text(standing.customer))
        json.key("channel")
        json.string(text(standing.channel))
        json.key("salesperson")
        json.string(text(standing.salesperson))
        json.key("settlement")
        json.string(text(standing.settlement))
        json.key("date")
        json.string(standing.date?.description)
        json.key("deliveryDate")
        json.string(standing.deliveryDate?.description)
        json.key("amount")
        json.string(standing.amount?.description)
        json.key("openAmount")
        json.string(standing.openAmount?.description)
        json.key("state")
        json.string(standing.state.rawValue)
        json.key("partlyShipped")
        json.boolean(standing.isPartlyShipped)
        json.key("toPay")
        json.string(standing.toPay?.description)
        json.key("reasons")
        json.list { json in
            for hold in standing.holds {
                json.next()
                json.object { json in
                    json.key("code")
                    json.string(hold.code)
                    json.key("state")
                    json.string(hold.state.rawValue)
                    json.key("reason")
                    json.string(hold.reason[language])
                }
            }
        }
        json.key("releases")
        json.list { json in
            for hold in standing.holds {
                json.next()
                json.string(hold.release[language])
            }
        }
    }
}

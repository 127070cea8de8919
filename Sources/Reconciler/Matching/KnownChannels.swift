import Books

/// The channels that somebody vouches for: the settings name them, or the company's own customer file or price list does.
struct KnownChannels: Sendable {
    private var known: Set<Symbol> = []

    init(_ month: Month, settings: Settings) {
        for name in settings.channels.map(\.identifier) + settings.requiredByChannel.keys {
            if let symbol = month.texts.find(name) { known.insert(symbol) }
        }
        for kind in [BookKind.customers, .prices] { known.formUnion(month[kind].symbols(.channel)) }
    }

    /// Whether anybody vouches for a channel.
    func has(_ channel: Symbol) -> Bool { known.contains(channel) }
}

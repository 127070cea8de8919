public import Books

/// Runs every rule over a month. Pure: no input, no output, no clock.
public struct Reconciler: Sendable {
    /// Makes a reconciler.
    public init() {}

    /// Everything the rules find.
    public func reconcile(_ month: Month) -> Reconciliation {
        Reconciliation(findings: [], ties: [], stock: [], notChecked: [])
    }
}

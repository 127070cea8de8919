public import Books
public import Reconciler
internal import WorkbookWriter

/// Findings as workbooks, JSON and terminal text.
public enum Reports {
    /// Writes the month's workbooks and `findings.json` into a folder, which is made where it is not there.
    ///
    /// Each file is written beside its target and renamed into place, and they are written side by side; when one fails,
    /// it stands as it stood before, and the others stand whole.
    ///
    /// - Parameters:
    ///   - folder: Where they go, such as `2026-10/out`.
    ///   - booksFolder: The month's folder, which the paths of its files start from; links lead there.
    ///   - since: For findings that earlier months had, the month in which each was first found.
    ///   - generatedBy: The program and its version, for `findings.json`.
    ///   - meanwhile: What else there is to do: the variances workbook takes as long as all the others, and whoever
    ///     has written those does this before waiting for it.
    /// - Returns: The paths of what was written.
    /// - Throws: `WritingError`, and what `meanwhile` throws.
    public static func write(
        month: Month, reconciliation: Reconciliation, into folder: String, booksFolder: String, language: Language,
        since: [String: Period] = [:], generatedBy: String = "tieout", meanwhile: () throws -> Void = {}
    ) async throws -> [String] {
        try OutputFile.makeFolder(folder)
        let edition = Edition(
            month: month, reconciliation: reconciliation, language: language,
            booksPath: OutputFile.path(from: folder, to: booksFolder))
        let variances = variancesPath(folder, month.period)
        async let isWritten: Void = VariancesWorkbook(edition: edition).write(to: variances)
        var paths = [variances]
        if month.has(.orders) || !reconciliation.orderDesk.doubtful.isEmpty {
            let orders = ordersPath(folder, month.period)
            try OrdersWorkbook(edition: edition, since: since).write(to: orders)
            paths.append(orders)
        }
        if !reconciliation.stock.isEmpty {
            let stockCheck = stockCheckPath(folder, month.period)
            try StockCheckWorkbook(edition: edition).write(to: stockCheck)
            paths.append(stockCheck)
        }
        let findings = folder + "/findings.json"
        let data = FindingsJSON.data(
            month: month, reconciliation: reconciliation, language: language, since: since, generatedBy: generatedBy)
        try OutputFile.write(data, to: findings)
        try meanwhile()
        try await isWritten
        return paths + [findings]
    }

    /// Where the variances workbook of a month goes.
    public static func variancesPath(_ folder: String, _ period: Period) -> String {
        "\(folder)/variances-\(period).xlsx"
    }

    /// Writes the orders workbook alone, as `write` does with the others.
    ///
    /// - Parameter booksFolder: The folder that the paths of the month's files start from; links lead there.
    /// - Returns: Its path.
    /// - Throws: `WritingError`.
    public static func writeOrders(
        month: Month, reconciliation: Reconciliation, into folder: String, booksFolder: String, language: Language
    ) throws -> String {
        try OutputFile.makeFolder(folder)
        let edition = Edition(
            month: month, reconciliation: reconciliation, language: language,
            booksPath: OutputFile.path(from: folder, to: booksFolder))
        let path = ordersPath(folder, month.period)
        try OrdersWorkbook(edition: edition, since: [:]).write(to: path)
        return path
    }

    /// Where the orders workbook of a month goes.
    public static func ordersPath(_ folder: String, _ period: Period) -> String { "\(folder)/orders-\(period).xlsx" }

    /// Where the stock-check workbook of a month goes.
    public static func stockCheckPath(_ folder: String, _ period: Period) -> String {
        "\(folder)/stock-check-\(period).xlsx"
    }
}

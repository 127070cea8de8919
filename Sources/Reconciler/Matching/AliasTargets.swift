import Books

/// Aliases in the settings that lead to a customer or product that nobody has on file: most likely a slip in the settings.
enum AliasTargets {
    static func problems(_ examination: Examination) -> [SettingProblem] {
        guard let origin = examination.settings.origin else { return [] }
        return origin.aliases.compactMap { alias in
            let unknown =
                alias.kind == .customer ? examination.parties.unknownTargets : examination.goods.unknownTargets
            guard unknown.contains(alias.means) else { return nil }
            let expected =
                alias.kind == .customer
                ? Phrase("客户档案里的名称或编码", "a name or code of the customer file")
                : Phrase("商品档案里的编码或品名", "a code or name of the product file")
            return SettingProblem(
                sheet: alias.place.sheet, cell: alias.place.cell, found: alias.means, expected: expected,
                used: Phrase("「\(alias.alias)」仍按档案里没有的处理", "“\(alias.alias)” is still not on file"))
        }
    }
}

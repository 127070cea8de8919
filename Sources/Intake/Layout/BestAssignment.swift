/// Gives each column at most one field and each field at most one column, so that the scores add up to the most.
///
/// The Hungarian method with potentials: O(columns² × fields).
enum BestAssignment {
    /// - Parameter scores: For each column, the score of each field; nought and below is no choice.
    /// - Returns: For each column its field, or `nil`.
    static func solve(_ scores: [[Int]]) -> [Int?] {
        let columns = scores.count
        let fields = scores.first?.count ?? 0
        if columns == 0 || fields == 0 { return Array(repeating: nil, count: columns) }
        // Every column also has a place of its own that means "no field" and costs nothing.
        let places = fields + columns
        func cost(_ column: Int, _ place: Int) -> Int { place < fields ? -max(scores[column][place], 0) : 0 }
        var columnPotential = Array(repeating: 0, count: columns + 1)
        var placePotential = Array(repeating: 0, count: places + 1)
        var taker = Array(repeating: 0, count: places + 1)
        var way = Array(repeating: 0, count: places + 1)
        for column in 1...columns {
            taker[0] = column
            var current = 0
            var least = Array(repeating: Int.max, count: places + 1)
            var isUsed = Array(repeating: false, count: places + 1)
            repeat {
                isUsed[current] = true
                let owner = taker[current]
                var step = Int.max
                var next = 0
                for place in 1...places where !isUsed[place] {
                    let reduced = cost(owner - 1, place - 1) - columnPotential[owner] - placePotential[place]
                    if reduced < least[place] {
                        least[place] = reduced
                        way[place] = current
                    }
                    if least[place] < step {
                        step = least[place]
                        next = place
                    }
                }
                for place in 0...places {
                    if isUsed[place] {
                        columnPotential[taker[place]] += step
                        placePotential[place] -= step
                    } else if least[place] != Int.max {
                        least[place] -= step
                    }
                }
                current = next
            } while taker[current] != 0
            repeat {
                let before = way[current]
                taker[current] = taker[before]
                current = before
            } while current != 0
        }
        var result: [Int?] = Array(repeating: nil, count: columns)
        for place in 1...fields where taker[place] > 0 && scores[taker[place] - 1][place - 1] > 0 {
            result[taker[place] - 1] = place - 1
        }
        return result
    }
}

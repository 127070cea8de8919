/// What is known of the sets of amounts that add up to a sum.
enum SubsetAnswer: Equatable, Sendable {
    /// One set does, and it is proven that no other does. Sets that differ only in which of several equal amounts they
    /// take are one set (`SubsetSolution.Part.isFree`).
    case unique(SubsetSolution)
    /// More than one does; the first few of them, by their largest amounts.
    case several(SubsetCount, [SubsetSolution])
    /// It is proven that none does. The nearest sums below and above that some set has (the empty set has nought);
    /// `nil` where there is none on that side or it is not proven to be the nearest.
    case none(below: Int64?, above: Int64?)
    /// Not proven within a limit.
    case undecided(SubsetLimit)
}

/// How many sets were found.
struct SubsetCount: Equatable, Sendable {
    let number: Int
    /// Whether the search stopped there, so that there may be more.
    let isAtLeast: Bool
}

/// One set of amounts.
struct SubsetSolution: Equatable, Sendable {
    /// So many of the equal amounts at these places.
    struct Part: Equatable, Sendable {
        let amount: Int64
        /// How many of them are taken.
        let taken: Int
        /// Where all of them stand, in the order in which they were given.
        let places: [Int]
        /// Whether which of them are taken is open.
        var isFree: Bool { taken < places.count }
    }

    /// The parts, largest amount first.
    let parts: [Part]

    /// The places taken, ascending; of equal amounts the first ones.
    var places: [Int] { parts.flatMap { $0.places.prefix($0.taken) }.sorted() }
    /// Whether some of its amounts could be exchanged for equal ones.
    var isFree: Bool { parts.contains(where: \.isFree) }
}

/// What ended a search before it was decided.
enum SubsetLimit: Equatable, Sendable {
    /// So many partial sums were looked at.
    case steps(Int)
    /// The amounts together do not fit 62 bits.
    case sum
}

/// How far a search goes before it says that it could not decide.
struct SubsetLimits: Equatable, Sendable {
    /// How many sets are found before the search stops: more than one proves that none is the only one.
    var solutions = 4
    /// How many partial sums the quick searches look at, each.
    var quickSteps = 30_000
    /// How many sets of a few amounts are listed when lists are matched.
    var listed = 260_000
    /// How many partial sums the last, thorough search looks at; 0 leaves it out.
    var thoroughSteps = 8_000_000

    /// Decides what can be decided in milliseconds, and of the rest most within a second.
    static let standard = SubsetLimits()
    /// For many searches in a row: leaves out the thorough search.
    static let quick = SubsetLimits(thoroughSteps: 0)
}

/// Measures how well an analyzer groups families of words.
struct Conflation {
    private(set) var pairs = 0
    private(set) var conflated = 0
    private(set) var split: [String] = []
    /// Two families with the same root.
    private(set) var merged: [String] = []

    init(families: [[String]], root: (String) -> String) {
        var owner: [String: String] = [:]
        for family in families {
            let roots = family.map(root)
            for (first, one) in roots.enumerated() {
                for second in roots.indices.dropFirst(first + 1) {
                    pairs += 1
                    if roots[second] == one {
                        conflated += 1
                    } else {
                        split.append("\(family[first])=\(one) \(family[second])=\(roots[second])")
                    }
                }
            }
            for key in Set(roots) {
                if let other = owner[key] { merged.append("\(other) + \(family[0]): \(key)") }
                owner[key] = family[0]
            }
        }
    }

    var share: Double { pairs == 0 ? 1 : Double(conflated) / Double(pairs) }
}

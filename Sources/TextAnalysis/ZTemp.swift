extension Analyzer { public func reduplications(in tokens: [String]) -> [Range<Int>] { [] } }

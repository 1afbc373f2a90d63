/// The sound of a name, for quick comparison with many others.
package struct SoundProbe: Hashable, Sendable {
    let sound: [UInt8]
    fileprivate let letters: UInt32

    package init(_ name: PlaceName) {
        sound = PlaceSpelling.sound(of: name.words)
        letters = Self.letters(of: sound)
    }

    /// False if the names differ by more than two letters and neither begins or ends with the other.
    package func mayBeAlike(_ name: PlaceName) -> Bool {
        let other = SoundProbe(name)
        return mayBeAlike(other.sound[...], letters: other.letters)
    }

    fileprivate func mayBeAlike(_ other: ArraySlice<UInt8>, letters: UInt32) -> Bool {
        // Two edits change at most four letters of the set.
        if abs(other.count - sound.count) <= 2, (letters ^ self.letters).nonzeroBitCount <= 4 { return true }
        let shorter = min(other.count, sound.count)
        guard shorter >= 3 else { return false }
        return other.prefix(shorter) == sound.prefix(shorter) || other.suffix(shorter) == sound.suffix(shorter)
    }

    fileprivate static func letters(of sound: [UInt8]) -> UInt32 {
        sound.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }
}

/// The sounds of all names in one array.
///
/// Most names of an area are excluded without a detailed comparison.
///
/// Complexity: about 20 bytes a name.
struct SoundTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    private var letters: [UInt32] = []

    init(_ names: some Sequence<PlaceName>) {
        for name in names {
            let probe = SoundProbe(name)
            bytes += probe.sound
            ends.append(Int32(bytes.count))
            letters.append(probe.letters)
        }
    }

    func mayBeAlike(_ probe: SoundProbe, _ index: Int) -> Bool {
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return probe.mayBeAlike(bytes[start..<Int(ends[index])], letters: letters[index])
    }
}

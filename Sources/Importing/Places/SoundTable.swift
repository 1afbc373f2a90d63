/// The sounds of all names in one array, to pass over most of an area's names without looking at them closely.
///
/// Complexity: about 20 bytes a name.
struct SoundTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    private var letters: [UInt32] = []

    init(_ names: some Sequence<PlaceName>) {
        for name in names {
            let sound = PlaceSpelling.sound(of: name.words)
            bytes += sound
            ends.append(Int32(bytes.count))
            letters.append(Self.letters(of: sound))
        }
    }

    /// A name to hold against the table.
    struct Probe {
        fileprivate let sound: [UInt8]
        fileprivate let letters: UInt32

        init(_ name: PlaceName) {
            sound = PlaceSpelling.sound(of: name.words)
            letters = SoundTable.letters(of: sound)
        }
    }

    /// False where the names differ by more than two letters and neither begins or ends with the other.
    func mayBeAlike(_ probe: Probe, _ place: Int) -> Bool {
        let start = place == 0 ? 0 : Int(ends[place - 1])
        let count = Int(ends[place]) - start
        // Two edits change at most four letters of the set.
        if abs(count - probe.sound.count) <= 2, (letters[place] ^ probe.letters).nonzeroBitCount <= 4 { return true }
        let shorter = min(count, probe.sound.count)
        guard shorter >= 3 else { return false }
        let isBeginning = (0..<shorter).allSatisfy { bytes[start + $0] == probe.sound[$0] }
        return isBeginning
            || (1...shorter).allSatisfy { bytes[start + count - $0] == probe.sound[probe.sound.count - $0] }
    }

    private static func letters(of sound: [UInt8]) -> UInt32 {
        sound.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }
}

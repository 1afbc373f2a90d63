import Geo
import Testing

@Suite("DistanceText")
struct DistanceTextTests {
    @Test(
        "parses metres and kilometres",
        arguments: [
            ("25km", 25_000), ("25 km", 25_000), ("500m", 500), ("500 M", 500), ("800", 800), ("1,5 km", 1_500),
            ("1.5km", 1_500),
            (" 0 ", 0),
            ("2 kilometer", 2_000), ("2 kilometres", nil), ("2 kilometre", 2_000), ("750 meter", 750),
            ("812.345", 812.345),
            ("0.125 km", 125),
            ("12,34 km", 12_340), ("1,5000 km", 1_500),
        ] as [(String, Double?)])
    func metres(text: String, expected: Double?) {
        #expect(DistanceText.metres(text) == expected)
    }

    @Test(
        "rejects texts that are not a distance or are ambiguous",
        arguments: [
            "", "km", "-5", "-5 km", "5 mil", "5 k m", "5 5 km", "1,500 m", "1.500,5", "1..5", "5.", ".5", "1e3", "inf",
            "nan", "٥", "0x5",
            "5 km 3",
            "5 m km", "dekat",
        ])
    func refused(text: String) {
        #expect(DistanceText.metres(text) == nil)
    }
}

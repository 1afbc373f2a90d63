/// Letters as ASCII bytes. The analyzer only handles ASCII words.
extension UInt8 {
    static let a = UInt8(ascii: "a"), b = UInt8(ascii: "b"), c = UInt8(ascii: "c"), d = UInt8(ascii: "d"),
        e = UInt8(ascii: "e")
    static let f = UInt8(ascii: "f"), g = UInt8(ascii: "g"), h = UInt8(ascii: "h"), i = UInt8(ascii: "i"),
        j = UInt8(ascii: "j")
    static let k = UInt8(ascii: "k"), l = UInt8(ascii: "l"), m = UInt8(ascii: "m"), n = UInt8(ascii: "n"),
        o = UInt8(ascii: "o")
    static let p = UInt8(ascii: "p"), q = UInt8(ascii: "q"), r = UInt8(ascii: "r"), s = UInt8(ascii: "s"),
        t = UInt8(ascii: "t")
    static let u = UInt8(ascii: "u"), v = UInt8(ascii: "v"), w = UInt8(ascii: "w"), x = UInt8(ascii: "x"),
        y = UInt8(ascii: "y")
    static let z = UInt8(ascii: "z")

    var isVowel: Bool {
        self == .a || self == .e || self == .i || self == .o || self == .u
    }
}

extension ArraySlice<UInt8> {
    func hasSuffix(_ ending: [UInt8]) -> Bool {
        count >= ending.count && suffix(ending.count).elementsEqual(ending)
    }
}

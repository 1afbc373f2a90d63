import Base
import Testing

@Test(
    "escapes markup, and unescaping gives the original",
    arguments: [
        ("Toko <Purun> & \"Rotan\"", "Toko &lt;Purun&gt; &amp; &quot;Rotan&quot;"), ("Bi'ih", "Bi&#39;ih"),
        ("&lt;", "&amp;lt;"), ("kué", "kué"), ("", ""),
    ])
func escapesHTML(text: String, html: String) {
    #expect(HTMLEscape.escaped(text) == html)
    #expect(HTMLEscape.unescaped(html) == text)
}

/// Rows of text in columns that line up.
package struct Table {
    package struct Cell {
        /// The text whose width counts.
        var text: String
        /// The text that is printed, with escape sequences.
        var shown: String
        var alignsRight = false

        package init(_ text: String, style: Style? = nil, alignsRight: Bool = false) {
            let plain = text.withoutControlCharacters
            self.text = plain
            self.shown = style?.applied(to: plain) ?? plain
            self.alignsRight = alignsRight
        }

        package init(_ text: String, shown: String) {
            self.text = text
            self.shown = shown
        }
    }

    package var header: [String]
    package var rows: [[Cell]] = []

    package init(header: [String]) {
        self.header = header
    }

    /// The table as lines.
    ///
    /// Columns without any text are left out.
    package func rendered() -> String {
        let columns = header.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
        let widths = columns.map { column in
            ([header[column]] + rows.map { $0[column].text }).map(\.displayWidth).max() ?? 0
        }
        let titles = header.enumerated().map {
            Cell($0.element, style: .dim, alignsRight: rows.first?[$0.offset].alignsRight ?? false)
        }
        return ([titles] + rows).map { row in
            zip(columns, widths).enumerated().map { place, column in
                let cell = row[column.0]
                let padding = String(repeating: " ", count: column.1 - cell.text.displayWidth)
                if cell.alignsRight { return padding + cell.shown }
                return place == columns.count - 1 ? cell.shown : cell.shown + padding
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}

extension String {
    /// Columns on a terminal: two for a wide letter of East Asia and for an emoji.
    package var displayWidth: Int {
        reduce(0) { width, character in
            let value = character.unicodeScalars.first?.value ?? 0
            let isWide =
                0x1100...0x115F ~= value || 0x2E80...0xA4CF ~= value || 0xAC00...0xD7A3 ~= value
                || 0xF900...0xFAFF ~= value
                || 0xFE30...0xFE6F ~= value || 0xFF00...0xFF60 ~= value || 0x1F300...0x1FAFF ~= value
            return width + (isWide ? 2 : 1)
        }
    }

    /// The text with blanks for control characters, so that the content of a file cannot steer the terminal.
    package var withoutControlCharacters: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
        return String(
            String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

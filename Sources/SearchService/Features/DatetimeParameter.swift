/// The parameter `datetime` of the standard: an instant, or an interval that may be open.
///
/// The features have no time, and features without a time match every time (OGC API - Features - Part 1, 7.15.4). So
/// the value only has to be well-formed.
enum DatetimeParameter {
    /// One date or time of RFC 3339, or two with a slash between them.
    ///
    /// One of the two may be open.
    static let pattern: String = {
        let date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        let time = #"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"#
        let instant = "\(date)(T\(time))?"
        let open = #"(\.\.)?"#
        return "\(instant)|\(instant)/\(instant)|\(instant)/\(open)|\(open)/\(instant)"
    }()
}

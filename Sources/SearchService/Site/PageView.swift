import Mustache

/// A value of a template: its members are the names that the template uses.
///
/// A template finds a name in the innermost view that has it. A member that is nil hides the same name of outer views.
protocol TemplateView: Sendable {}

/// A view whose members are those of the view that contains it.
protocol MergedView: TemplateView {}

/// The values of a whole page.
protocol PageView: TemplateView {
    /// The name of the template.
    static var template: String { get }
}

/// Turns views into the dictionaries that Mustache reads fastest.
enum TemplateValues {
    /// The members of a view by name.
    ///
    /// Reflection costs one pass over each view, however often the template uses it.
    static func values(of view: some TemplateView) -> [String: Any] {
        members(of: view)
    }

    private static func members(of view: any TemplateView) -> [String: Any] {
        var values: [String: Any] = [:]
        for child in Mirror(reflecting: view).children {
            guard let name = child.label else { continue }
            if let merged = child.value as? any MergedView {
                values.merge(members(of: merged)) { own, _ in own }
            } else {
                values[name] = value(of: child.value)
            }
        }
        return values
    }

    private static func value(of value: Any) -> Any {
        switch value {
        case let view as any TemplateView: members(of: view)
        case let views as [any TemplateView]: views.map(members)
        case let optional as any OptionalValue: optional.wrapped.map(self.value) ?? Absent()
        default: value
        }
    }
}

/// An optional of any type, so that reflection can look into it.
private protocol OptionalValue {
    var wrapped: Any? { get }
}

extension Optional: OptionalValue {
    fileprivate var wrapped: Any? { self.map { $0 } }
}

/// The value of a member that is nil.
///
/// Mustache would look for a missing name in the outer views. This value is found, is empty, and hides them.
struct Absent: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
}

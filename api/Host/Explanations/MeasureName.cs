using ProdSales.Host.Commands;
using ProdSales.Semantics;

namespace ProdSales.Host.Explanations;

/// <summary>Finds what somebody names on the command line.</summary>
internal static class MeasureName
{
    /// <summary>The measure of a name with its subject, as in sales.revenue, or without where only one subject has it.</summary>
    /// <exception cref="RefusedException">No measure, or several, are called so.</exception>
    internal static Measure Read(SemanticModel model, string text)
    {
        Measure[] known = [.. model.Subjects.SelectMany(subject => subject.Measures)];
        Measure[] named = [.. known.Where(measure => $"{measure.Subject}.{measure.Name}" == text)];
        Measure[] found = named.Length > 0 ? named : [.. known.Where(measure => measure.Name == text)];
        return found.Length == 1
            ? found[0]
            : throw new RefusedException("no-measure", ("name", text), ("known", string.Join(", ", (found.Length == 0 ? known : found).Select(measure => $"{measure.Subject}.{measure.Name}"))));
    }

    /// <summary>The filter of a text as in region=East or customer!=Alpha.</summary>
    /// <exception cref="RefusedException">The text has no such form, or the subject no such dimension.</exception>
    internal static MemberFilter Filter(Subject subject, string text) => Filter(subject.Dimensions, text);

    /// <summary>The same, on any dimension of a model.</summary>
    /// <exception cref="RefusedException">The text has no such form, or the model no such dimension.</exception>
    internal static MemberFilter Filter(SemanticModel model, string text) => Filter(model.Dimensions, text);

    private static MemberFilter Filter(IReadOnlyList<Dimension> dimensions, string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        bool isExcluding = sign > 0 && text[sign - 1] == '!';
        string name = sign < 0 ? text : text[..(isExcluding ? sign - 1 : sign)];
        return sign > 0 && dimensions.FirstOrDefault(known => known.Name == name) is { } dimension
            ? new MemberFilter(dimension, false, isExcluding, [.. text[(sign + 1)..].Split('|').Select(value => value.Length == 0 ? null : value)])
            : throw new RefusedException("not-a-filter", ("text", text), ("known", string.Join(", ", dimensions.Select(known => known.Name))));
    }
}

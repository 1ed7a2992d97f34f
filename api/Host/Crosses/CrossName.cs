using ProdSales.Host.Commands;
using ProdSales.Host.Explanations;
using ProdSales.Semantics;

namespace ProdSales.Host.Crosses;

/// <summary>Finds what somebody names about a cross on the command line.</summary>
internal static class CrossName
{
    /// <summary>The cross of that name.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    internal static Cross Read(SemanticModel model, string name) =>
        model.Crosses.FirstOrDefault(cross => cross.Name == name)
        ?? throw new RefusedException("no-cross", ("name", name), ("known", string.Join(", ", model.Crosses.Select(cross => cross.Name))));

    /// <summary>The dimension of that name.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    internal static Dimension Dimension(SemanticModel model, string name) =>
        model.Dimension(name) ?? throw new RefusedException("no-dimension", ("name", name), ("known", string.Join(", ", model.Dimensions.Select(dimension => dimension.Name))));

    /// <summary>The filter of a text as in region=East, on a dimension of either measure.</summary>
    /// <exception cref="RefusedException">The text has no such form, or neither measure such a dimension.</exception>
    internal static MemberFilter Filter(SemanticModel model, Cross cross, string text)
    {
        Subject x = model.Subject(cross.X.Subject)!;
        string name = text.Split('=')[0].TrimEnd('!');
        return MeasureName.Filter(x.Dimension(name) is null ? model.Subject(cross.Y.Subject)! : x, text);
    }
}

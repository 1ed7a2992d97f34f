using System.CommandLine;
using ProdSales.Host.Commands;
using ProdSales.Predictions.Definition;

namespace ProdSales.Host.Predictions;

/// <summary>Names of predictions on the command line.</summary>
internal static class PredictionName
{
    /// <summary>The predictions that a command is about; none means all.</summary>
    internal static Argument<string[]> Several() => new("prediction")
    {
        Description = $"What to predict, any of {Known}; without it, all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Finds predictions.</summary>
    /// <exception cref="RefusedException">There is none of a name.</exception>
    internal static IReadOnlyList<Prediction> Find(IReadOnlyCollection<string> names) => names.Count == 0 ? PredictionCatalogue.All : [.. names.Select(Find)];

    /// <summary>Finds a prediction.</summary>
    /// <exception cref="RefusedException">There is none of that name.</exception>
    internal static Prediction Find(string name) =>
        PredictionCatalogue.Find(name) ?? throw new RefusedException("no-prediction", ("name", name), ("known", Known));

    private static string Known => string.Join(", ", PredictionCatalogue.All.Select(prediction => prediction.Name));
}

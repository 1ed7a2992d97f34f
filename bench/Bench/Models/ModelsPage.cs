using System.Globalization;

namespace ProdSales.Bench.Models;

/// <summary>Writes what the protocols found, line by line as it becomes known.</summary>
internal static class ModelsPage
{
    internal static IEnumerable<string> Lines(IReadOnlyList<IProtocol> protocols, DataFolder data)
    {
        yield return "# models";
        yield return "Forecasts and scores on public data, by exact protocols, beside what they must reach (floor), should reach (goal), and what would be excellent (ambitious).";
        yield return "";
        yield return "`bench/run models [--data DIR] [--only IDS]`. A reached step is named; figures without steps inform. Held-out parts of F1, F8 and F9 were looked at while members and methods were chosen ([0025](../../docs/decisions/0025-forecasting.md), [0044](../../docs/decisions/0044-stock-and-long-histories.md)), so those figures are optimistic until they are run on other data.";
        yield return "";
        yield return "| id | figure | measured | floor | goal | ambitious | reached | note |";
        yield return "|---|---|---|---|---|---|---|---|";
        foreach (string line in protocols.SelectMany(protocol => Of(protocol, data)))
        {
            yield return line;
        }

        yield return "";
        yield return "| id | what is measured |";
        yield return "|---|---|";
        foreach (IProtocol protocol in protocols)
        {
            yield return $"| {protocol.Id} | {protocol.Question} |";
        }
    }

    private static IEnumerable<string> Of(IProtocol protocol, DataFolder data) => protocol.Absence(data) is { } reason
        ? [$"| {protocol.Id} | – | – | | | | skipped | {reason} |"]
        : protocol.Measure(data).Select(figure => Line(protocol.Id, figure));

    private static string Line(string id, Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {id} | {figure.Name} | {figure.Value:0.0###} | {figure.Bar?.Floor} | {figure.Bar?.Goal} | {figure.Bar?.Ambitious} | {figure.Bar?.Reached(figure.Value)} | {figure.Note} |");
}

using ProdSales.Host.Commands;
using ProdSales.Learning.Data;
using ProdSales.Learning.Selection;

namespace ProdSales.Host.Learning;

/// <summary>What a user wants to learn from a file.</summary>
/// <param name="Label">The column with the outcome.</param>
/// <param name="Positive">The value that stands for the outcome; null where the two values tell it themselves.</param>
/// <param name="Time">The column that says when each row is asked about; null where rows have no order.</param>
/// <param name="Group">The column of what belongs together, as the customer; null where rows stand alone.</param>
/// <param name="Without">Columns that are left out.</param>
internal sealed record LearnRequest(string Label, string? Positive, string? Time, string? Group, IReadOnlyList<string> Without)
{
    private static readonly string[] Yes = ["true", "yes", "y", "1", "t", "won", "是", "真", "有", "赢单", "流失"];

    /// <summary>The value of the outcome in a column, and its rows with the outcome known.</summary>
    /// <exception cref="RefusedException">The column is absent or empty, holds one value only, or several without one being asked for.</exception>
    internal string PositiveOf(TextTable file)
    {
        IReadOnlyList<string?> texts = Required(file, Label);
        string[] values = [.. texts.Select(Trimmed).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Positive is { } asked)
        {
            return values.Contains(asked, StringComparer.Ordinal) ? asked : throw new RefusedException("learn-no-positive", ("value", asked), ("column", Label), ("known", Listed(values)));
        }

        if (values.Length == 0)
        {
            throw new RefusedException("learn-no-rows");
        }

        if (values.Length < 2)
        {
            throw new RefusedException("learn-one-value", ("column", Label), ("value", values[0]));
        }

        if (values.Length > 2)
        {
            throw new RefusedException("learn-many-values", ("column", Label), ("count", values.Length), ("known", Listed(values)));
        }

        string[] spoken = [.. values.Where(value => Yes.Contains(value.ToLowerInvariant(), StringComparer.Ordinal))];
        return spoken.Length == 1 ? spoken[0] : values.MinBy(value => texts.Count(text => Trimmed(text) == value))!;
    }

    /// <summary>The rows whose outcome and moment are known, with typed columns.</summary>
    /// <exception cref="RefusedException">A column is absent, the time is no date, or no column is left.</exception>
    internal LearnData Rows(TextTable file, string positive)
    {
        IReadOnlyList<string?> outcomes = Required(file, Label);
        TableColumn? time = Time is { } name ? TextColumns.Read(name, Required(file, name)) : null;
        if (time is { Kind: not ColumnKind.Date })
        {
            throw new RefusedException("learn-time-no-date", ("column", time.Name), ("value", Required(file, time.Name).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? ""));
        }

        IReadOnlyList<string?>? groups = Group is { } group ? Required(file, group) : null;
        foreach (string column in Without)
        {
            _ = Required(file, column);
        }

        string[] left = [Label, .. Without, .. Group is null ? Array.Empty<string>() : [Group]];
        Table table = new([.. file.Names.Select((column, at) => (column, at)).Where(pair => !left.Contains(pair.column, StringComparer.Ordinal)).Select(pair => TextColumns.Read(pair.column, file.Texts[pair.at]))]);
        if (table.Columns.All(column => column.Name == Time))
        {
            throw new RefusedException("learn-no-columns");
        }

        int[] rows = [.. Enumerable.Range(0, file.RowCount).Where(row => Trimmed(outcomes[row]) is not null && time?.IsMissing(row) is not true)];
        return new LearnData(
            table.Take(rows),
            [.. rows.Select(row => Trimmed(outcomes[row]) == positive)],
            time is null ? null : [.. rows.Select(row => time.Values[row])],
            groups is null ? null : [.. rows.Select(row => Trimmed(groups[row]))]);
    }

    private static IReadOnlyList<string?> Required(TextTable file, string name) =>
        file.Find(name) ?? throw new RefusedException("learn-no-column", ("column", name), ("known", string.Join(", ", file.Names)));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Listed(string[] values) => string.Join(", ", values.Take(10)) + (values.Length > 10 ? ", …" : "");
}

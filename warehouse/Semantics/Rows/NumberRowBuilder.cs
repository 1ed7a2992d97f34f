using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Makes the rows of a number from the values of a statement of <see cref="RowSql"/>.</summary>
internal sealed class NumberRowBuilder
{
    private readonly RowRequest _request;
    private readonly string _mark;
    private readonly RowForm? _form;

    internal NumberRowBuilder(SemanticModel model, RowRequest request)
    {
        _request = request;
        _mark = RowCursor.MarkOf(model, request);
        Parts = [.. request.Measure.Formula.Aggregates().Distinct()];
        _form = RowForm.Of(request.Measure.Formula);
    }

    /// <summary>The aggregates of the formula, each once.</summary>
    internal Aggregate[] Parts { get; }

    /// <summary>What cursors of this number carry.</summary>
    internal string Mark => _mark;

    /// <summary>A row.</summary>
    /// <param name="values">Its values from left to right.</param>
    /// <param name="scan">The number of its pass.</param>
    /// <param name="sql">Wrote the statement.</param>
    /// <param name="fact">The fact of the pass.</param>
    /// <param name="under">What its cursor says of the row of a cut that it stands under; nothing for a row asked for alone.</param>
    internal NumberRow Row(IReadOnlyList<object?> values, int scan, RowSql sql, Fact fact, params IReadOnlyList<string?> under)
    {
        Cells cells = new(values);
        string?[] keys = [.. fact.Keys.Select(_ => cells.Text())];
        DateOnly? day = cells.Next() as DateOnly?;
        SourceDocument? document = fact.Document is null ? null : Addressed(cells.Text(), cells.Text(), cells.Text());
        SegmentMember[] members = [.. sql.Dimensions.Select(dimension => new SegmentMember(dimension, cells.Text(), cells.Text()))];
        RowValue[] columns = [.. sql.Columns.Select(column => new RowValue(column, cells.Next()))];
        Dictionary<Aggregate, RowPart> adds = [];
        foreach (Aggregate part in sql.Parts)
        {
            (object? value, object? second, object? step) = (cells.Next(), cells.Next(), cells.Next());
            if (value is not null)
            {
                adds.Add(part, new RowPart(value, second, step));
            }
        }

        RowValue[] shown = [.. fact.Keys.Zip(keys, (name, value) => new RowValue(name, value)).Where(key => !fact.Reach.Values.Contains(key.Column))];
        return new NumberRow(
            new RowCursor(scan, keys).Written(_mark, under), fact.Name, shown, day, members, columns,
            [.. Parts.Select(part => adds.GetValueOrDefault(part))], _form?.Numerator(adds), _form?.Denominator(adds), document);
    }

    private SourceDocument Addressed(string? system, string? id, string? line)
    {
        string? address = system is not null && _request.DocumentAddresses.TryGetValue(system, out string? template)
            ? template.Replace("{document}", Uri.EscapeDataString(id ?? ""), StringComparison.Ordinal).Replace("{line}", Uri.EscapeDataString(line ?? ""), StringComparison.Ordinal)
            : null;
        return new SourceDocument(system ?? "", id, line, address);
    }

    private sealed class Cells(IReadOnlyList<object?> values)
    {
        private int _next;

        internal object? Next() => values[_next++];

        internal string? Text() => Next() is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }
}

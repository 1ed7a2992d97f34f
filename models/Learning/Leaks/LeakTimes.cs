using ProdSales.Learning.Data;

namespace ProdSales.Learning.Leaks;

/// <summary>Columns held against the moment that rows are asked about.</summary>
internal sealed class LeakTimes
{
    private const double SomeRows = .01;
    private const double MostRows = .99;
    private readonly double[] _asOf;
    private readonly LeakContext _context;
    private readonly TableColumn[] _later;
    private readonly Table _table;

    internal LeakTimes(Table table, LeakContext context)
    {
        (_table, _context) = (table, context);
        _asOf = context.AsOf is { } name && table.Find(name) is { Kind: ColumnKind.Date } column ? column.Values.ToArray() : [];
        _later = [.. table.Columns.Where(column => column.Kind is ColumnKind.Date && column.Name != context.AsOf && ShareLater(column) > SomeRows)];
    }

    /// <summary>What is wrong with the moments of a column; null when nothing is, or the moment of the question is not known.</summary>
    internal LeakFinding? Of(TableColumn column)
    {
        if (_asOf.Length == 0)
        {
            return null;
        }

        if (_later.Contains(column))
        {
            return LeakScan.Finding(column.Name, "after-as-of", column.Name, ("share", ShareLater(column)), ("asof", _context.AsOf!));
        }

        if (_context.ChangedAt.TryGetValue(column.Name, out string? changed) && _table.Find(changed) is { Kind: ColumnKind.Date } at && ShareLater(at) > SomeRows)
        {
            return LeakScan.Finding(column.Name, "changed-after-as-of", changed, ("share", ShareLater(at)), ("asof", _context.AsOf!), ("changed", changed));
        }

        return _later.FirstOrDefault(later => IsSpanTo(column, later)) is { } end
            ? LeakScan.Finding(column.Name, "derived-from-later", end.Name, ("later", end.Name), ("asof", _context.AsOf!))
            : null;
    }

    private double ShareLater(TableColumn column)
    {
        int later = 0;
        int both = 0;
        for (int row = 0; row < _asOf.Length; row++)
        {
            bool isKnown = !double.IsNaN(_asOf[row]) && !column.IsMissing(row);
            both += isKnown ? 1 : 0;
            later += isKnown && column.Values[row] > _asOf[row] ? 1 : 0;
        }

        return both == 0 ? 0 : (double)later / both;
    }

    /// <summary>Whether numbers are the days from some date column to a later one.</summary>
    private bool IsSpanTo(TableColumn column, TableColumn later) =>
        column.Kind is ColumnKind.Number && column.DistinctCount() > 5 && _table.Columns.Any(start => start.Kind is ColumnKind.Date && start != later && IsSpan(column, start, later));

    private static bool IsSpan(TableColumn column, TableColumn start, TableColumn end)
    {
        int known = 0;
        int equal = 0;
        for (int row = 0; row < column.RowCount; row++)
        {
            double days = end.Values[row] - start.Values[row];
            if (!double.IsNaN(days) && !column.IsMissing(row))
            {
                known++;
                equal += Math.Abs(Math.Abs(days) - Math.Abs(column.Values[row])) <= 1 ? 1 : 0;
            }
        }

        return known > 20 && equal >= MostRows * known;
    }
}

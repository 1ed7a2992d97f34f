namespace ProdSales.Semantics;

/// <summary>Everything that sums and differences of some sums can tell.</summary>
internal sealed class FormSpan
{
    private const decimal Nothing = 1e-12m;

    // Each row is the only one in which its first aggregate stands, so that a form is taken apart in one go.
    private readonly List<(Aggregate First, LinearForm Row)> _rows = [];

    /// <summary>Adds what is known.</summary>
    internal void Add(LinearForm form)
    {
        LinearForm left = Left(form);
        if (left.Terms.Count == 0)
        {
            return;
        }

        (decimal factor, Aggregate first) = left.Terms.MaxBy(term => Math.Abs(term.Factor));
        LinearForm row = left.Times(1 / factor);
        for (int i = 0; i < _rows.Count; i++)
        {
            _rows[i] = (_rows[i].First, Without(_rows[i].Row, first, row));
        }

        _rows.Add((first, row));
    }

    /// <summary>Whether a sum can be told by what is known.</summary>
    internal bool Holds(LinearForm form) => Left(form).Terms.Count == 0;

    private LinearForm Left(LinearForm form) => _rows.Aggregate(form with { Constant = 0 }, (left, row) => Without(left, row.First, row.Row));

    private static LinearForm Without(LinearForm form, Aggregate first, LinearForm row)
    {
        decimal factor = form.Terms.FirstOrDefault(term => term.Aggregate.Equals(first)).Factor;
        if (factor == 0)
        {
            return form;
        }

        LinearForm left = form.Plus(row, -factor);
        return left with { Terms = [.. left.Terms.Where(term => Math.Abs(term.Factor) > Nothing)] };
    }
}

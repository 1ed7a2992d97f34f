namespace ProdSales.Semantics;

/// <summary>What the rows of each member sum to, over all facts of a measure.</summary>
/// <param name="dimensions">The dimensions.</param>
/// <param name="form">The form of the measure.</param>
internal sealed class MemberSums(IReadOnlyList<Dimension> dimensions, Decomposition form)
{
    private readonly List<(Sides Sums, bool HasRows)>[] _sums = [.. dimensions.Select(_ => new List<(Sides, bool)>())];
    private Sides _whole;

    /// <summary>The members of each dimension that were met so far.</summary>
    internal MemberCodes[] Codes { get; } = [.. dimensions.Select(dimension => new MemberCodes(dimension))];

    /// <summary>Adds all rows of a fact.</summary>
    internal void AddWhole(FactPass pass, in LeafSides rows) => _whole += Scaled(pass, rows);

    /// <summary>Adds the rows of a fact that a member has.</summary>
    internal void Add(FactPass pass, int dimension, int code, in LeafSides rows)
    {
        List<(Sides Sums, bool HasRows)> sums = _sums[dimension];
        while (sums.Count <= code)
        {
            sums.Add(default);
        }

        sums[code] = (sums[code].Sums + Scaled(pass, rows), true);
    }

    /// <summary>The members with rows of each dimension in the order of their names, and the position for each code: alike whatever the order of the rows.</summary>
    internal (SegmentMember[] Members, int[] Positions)[] Ordered() =>
        [.. Codes.Select((codes, dimension) => codes.Ordered([.. Enumerable.Range(0, codes.Count).Select(code => code < _sums[dimension].Count && _sums[dimension][code].HasRows)]))];

    /// <summary>The sums of members in their order.</summary>
    internal SumsByMember Table() => Table(Ordered());

    /// <summary>The sums of members in an order that is known.</summary>
    internal SumsByMember Table((SegmentMember[] Members, int[] Positions)[] ordered) => new(dimensions, [.. ordered.Select(held => held.Members)], form.IsRatio)
    {
        MemberSums = [.. ordered.Select((held, dimension) => SumsOf(held, _sums[dimension]))],
        Whole = _whole,
    };

    /// <summary>What rows sum to, times what was taken out of the factors of the form.</summary>
    internal Sides Scaled(FactPass pass, in LeafSides rows)
    {
        Sides sides = new(rows.Before.Moments(pass.Scales.Numerator, pass.Scales.Denominator), rows.Now.Moments(pass.Scales.Numerator, pass.Scales.Denominator));
        (decimal numerator, decimal denominator) = (form.Numerator.Scale, form.Denominator?.Scale ?? 1);
        return numerator == 1 && denominator == 1 ? sides : new(sides.Before.Times(numerator, denominator), sides.Now.Times(numerator, denominator));
    }

    private static Sides[] SumsOf((SegmentMember[] Members, int[] Positions) held, List<(Sides Sums, bool HasRows)> byCode)
    {
        Sides[] sums = new Sides[held.Members.Length];
        for (int code = 0; code < byCode.Count; code++)
        {
            if (byCode[code].HasRows)
            {
                sums[held.Positions[code]] = byCode[code].Sums;
            }
        }

        return sums;
    }
}

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
    internal void AddWhole(FactPass pass, in LeafSides rows) => _whole += UnitsOf(pass).Exact(rows);

    /// <summary>Adds the rows of a fact that each part of a place has.</summary>
    /// <param name="pass">How the fact was read.</param>
    /// <param name="place">The place.</param>
    /// <param name="byPart">What the rows of each part sum to, and whether it has any.</param>
    internal void Add(FactPass pass, int place, IReadOnlyList<(LeafSides Sums, bool IsMet)> byPart)
    {
        int[][] codes = pass.CodesOf(place);
        int[] placed = pass.DimensionsOf(place);
        for (int dimension = 0; dimension < placed.Length; dimension++)
        {
            (LeafSides Sums, bool IsMet)[] sums = new (LeafSides, bool)[Codes[placed[dimension]].Count];
            for (int part = 0; part < byPart.Count; part++)
            {
                ref (LeafSides Sums, bool IsMet) member = ref sums[codes[dimension][part]];
                member.Sums.AddTotals(byPart[part].Sums);
                member.IsMet |= byPart[part].IsMet;
            }

            foreach ((int code, (LeafSides rows, _)) in sums.Index().Where(sum => sum.Item.IsMet))
            {
                Add(pass, placed[dimension], code, rows);
            }
        }
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

    /// <summary>What the integers stand for to which the rows of a fact were added up.</summary>
    internal RowUnits UnitsOf(FactPass pass) => new(pass.Scales.Numerator, pass.Scales.Denominator, form.Numerator.Scale, form.Denominator?.Scale ?? 1);

    private void Add(FactPass pass, int dimension, int code, in LeafSides rows)
    {
        List<(Sides Sums, bool HasRows)> sums = _sums[dimension];
        while (sums.Count <= code)
        {
            sums.Add(default);
        }

        sums[code] = (sums[code].Sums + UnitsOf(pass).Exact(rows), true);
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

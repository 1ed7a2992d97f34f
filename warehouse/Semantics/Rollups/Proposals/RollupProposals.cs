using System.Globalization;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>Proposes rollups for what is asked most, by the rows that it costs.</summary>
/// <remarks>
/// Shapes of questions are taken from the dearest down. Each joins the first draft of its fact that can be widened to serve it, else begins one of its own;
/// none holds more than a tenth of the rows of its fact, for then it would spare too little.
/// </remarks>
public sealed class RollupProposals
{
    /// <summary>How many are proposed at most: each costs every batch.</summary>
    public const int Most = 5;

    private const int ShapesConsidered = 30;

    private const int LeastShrink = 10;

    private readonly SemanticModel _model;
    private readonly DuckDbConnection _connection;
    private readonly List<RollupDraft> _drafts = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    private RollupProposals(SemanticModel model, DuckDbConnection connection)
    {
        _model = model;
        _connection = connection;
    }

    /// <summary>Proposes, the one that spares most first.</summary>
    /// <param name="model">The model that the warehouse fits.</param>
    /// <param name="connection">A connection to a warehouse that was asked; facts are counted on it.</param>
    public static IReadOnlyList<RollupProposal> Of(SemanticModel model, DuckDbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(connection);
        RollupProposals proposals = new(model, connection);
        foreach ((QuestionShape shape, long times, long rows) in QuestionLedger.Read(connection).Take(ShapesConsidered))
        {
            proposals.Add(shape, times, times * rows);
        }

        return proposals.Named();
    }

    private void Add(QuestionShape shape, long times, long rowsRead)
    {
        if (QuestionShape.OwnerOf(_model, shape.Fact) is not { } subject || _model.Rollups.Any(kept => Serves(kept, shape, subject)))
        {
            return;
        }

        RollupDraft asked = new(subject, shape, times, rowsRead);
        for (int i = 0; i < _drafts.Count; i++)
        {
            if (_drafts[i].Shape.Fact == shape.Fact && Sized(_drafts[i].WidenedBy(asked)) is { } widened)
            {
                _drafts[i] = widened;
                return;
            }
        }

        if (Sized(asked) is { } own)
        {
            _drafts.Add(own);
        }
    }

    // Declared since it was asked for.
    private static bool Serves(Rollup kept, QuestionShape shape, Subject subject) =>
        kept.Fact.Name == shape.Fact && (shape.IsMonthly || kept.Grain is TimeGrain.Day)
        && QuestionShape.Parts(shape.Dimensions).All(name => subject.Dimension(name) is { } dimension && kept.Rows.Reaches(dimension))
        && QuestionShape.Parts(shape.Measures).All(name => subject.Measure(name) is { } measure
            && measure.Aggregates().Where(part => ReferenceEquals(part.Fact, kept.Fact)).All(part => kept.ColumnOf(part) is not null));

    private RollupDraft? Sized(RollupDraft draft)
    {
        if (draft.Rollup("proposed") is not { } rollup || RollupCheck.Defect(rollup, _connection) is not null)
        {
            return null;
        }

        long kept = Count($"({rollup.KeySelect} GROUP BY ALL)");
        return kept * LeastShrink <= Count(rollup.Fact.Relation) ? draft with { RowsKept = kept } : null;
    }

    private List<RollupProposal> Named()
    {
        HashSet<string> taken = [.. _model.Rollups.Select(kept => kept.Name)];
        List<RollupProposal> named = [];
        foreach (RollupDraft draft in _drafts.OrderByDescending(draft => draft.RowsRead).Take(Most))
        {
            string stem = $"{draft.Shape.Fact}_{(draft.Shape.IsMonthly ? "month" : "day")}";
            string name = stem;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}");
            }

            Rollup rollup = draft.Rollup(name)!;
            named.Add(new RollupProposal(draft.Subject, rollup, QuestionShape.Parts(draft.Shape.Measures), draft.Times, draft.RowsRead, draft.RowsKept, Count(rollup.Fact.Relation)));
        }

        return named;
    }

    private long Count(string relation)
    {
        if (_counts.TryGetValue(relation, out long known))
        {
            return known;
        }

        using DuckDbCommand command = _connection.CreateCommand($"SELECT count(*) FROM {relation} AS counted");
        return _counts[relation] = (long)command.ExecuteScalar()!;
    }
}

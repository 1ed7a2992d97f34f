using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Notes, while an answer is written, which values are null because of the rows themselves, and why.</summary>
internal sealed class SilentCells
{
    private readonly Dictionary<(CutAnswer Cut, MeasureRequest Asked, string Code), List<SilentCell>> _cells = [];

    /// <summary>What was noted of one cut.</summary>
    internal IEnumerable<SilentNote> Of(CutAnswer cut) => _cells.Where(entry => ReferenceEquals(entry.Key.Cut, cut))
        .Select(entry => new SilentNote(entry.Key.Asked, entry.Key.Code, entry.Key.Code == SilentNote.SampleTooSmall ? entry.Key.Asked.Measure.Minimum!.Least : null, entry.Value));

    /// <summary>Notes a value of a row that is null, where nothing else has said why.</summary>
    internal void Note(CutAnswer cut, ColumnField field, IReadOnlyList<int> place, RowCursor rows)
    {
        if (field.Asked is not { } asked || !cut.Planned!.Holds(asked))
        {
            return;
        }

        if (field.SamplePosition >= 0 && rows.Whole(field.SamplePosition) < asked.Measure.Minimum!.Least)
        {
            Add(cut, asked, SilentNote.SampleTooSmall, new SilentCell([.. place], rows.Whole(field.SamplePosition)));
        }
        else if (asked.Target is not null && (rows.IsNull(field.TargetPosition) || !rows.IsPositive(field.TargetPosition)))
        {
            NoteOfWhole(cut, asked, SilentNote.TargetMissing, place);
        }
        else if (field.TargetPosition >= 0 && !rows.IsNull(field.TargetPosition) && !rows.IsPositive(field.TargetPosition))
        {
            Add(cut, asked, SilentNote.TargetMissing, new SilentCell([.. place], null));
        }
        else
        {
            NoteOfWhole(cut, asked, SilentNote.NoData, place);
        }
    }

    /// <summary>Notes every value of a cut that is the whole and has no row.</summary>
    internal void NoteWhole(CutAnswer cut, IReadOnlyList<int> place)
    {
        foreach (MeasureRequest asked in cut.Fields.SelectMany(Asked).Where(cut.Planned!.Holds))
        {
            NoteOfWhole(cut, asked, SilentNote.NoData, place);
        }
    }

    private static IEnumerable<MeasureRequest> Asked(AnswerField field) => field switch
    {
        ColumnField { Asked: { } asked } => [asked],
        GroupField group => group.Fields.SelectMany(Asked),
        _ => [],
    };

    // Of a period and of its steps it is told; a member has none of most things, and a list of those would be longer than the answer.
    private void NoteOfWhole(CutAnswer cut, MeasureRequest part, string code, IReadOnlyList<int> place)
    {
        // Value, share and status of one target are silent for one reason, which is told once.
        MeasureRequest asked = part.Target is null ? part : part with { Target = TargetPart.Value };
        bool isNoted = asked.Target is not null && _cells.TryGetValue((cut, asked, code), out List<SilentCell>? noted) && noted[^1].Place.SequenceEqual(place);
        if (cut.Planned!.Request.Dimension is null && !isNoted)
        {
            Add(cut, asked, code, new SilentCell([.. place], null));
        }
    }

    private void Add(CutAnswer cut, MeasureRequest asked, string code, SilentCell cell)
    {
        if (!_cells.TryGetValue((cut, asked, code), out List<SilentCell>? cells))
        {
            cells = [];
            _cells.Add((cut, asked, code), cells);
        }

        cells.Add(cell);
    }
}

/// <summary>Why some values of one measure in one cut are null.</summary>
/// <param name="Asked">The measure, and the comparison where it is that of another period.</param>
/// <param name="Code"><see cref="SampleTooSmall"/>, <see cref="TargetMissing"/> or <see cref="NoData"/>.</param>
/// <param name="Minimum">How many cases are demanded, where they are too few.</param>
/// <param name="Cells">Which values.</param>
internal sealed record SilentNote(MeasureRequest Asked, string Code, int? Minimum, IReadOnlyList<SilentCell> Cells)
{
    /// <summary>The number would rest on fewer cases than are demanded.</summary>
    internal const string SampleTooSmall = "sample-too-small";

    /// <summary>There is no target above 0 to hold it against.</summary>
    internal const string TargetMissing = "target-missing";

    /// <summary>Nothing is on record that it could be worked out from.</summary>
    internal const string NoData = "no-data";
}

/// <summary>One value.</summary>
/// <param name="Place">Its places in the lists from the outermost in, each from 0; empty for a value that stands in no list.</param>
/// <param name="Cases">The number of cases, where they are too few.</param>
internal sealed record SilentCell(IReadOnlyList<int> Place, long? Cases);

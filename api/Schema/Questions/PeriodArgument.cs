using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Reads an argument that is a span of days.</summary>
internal static class PeriodArgument
{
    internal static Period Of(Dictionary<string, object?> span) => new((DateOnly)span["from"]!, (DateOnly)span["to"]!);

    /// <summary>Why such a period is not asked about, or null.</summary>
    internal static Refusal? RefusalOf(Period period)
    {
        if (period.To < period.From)
        {
            return Refusal.PeriodEndsBeforeItStarts(period.From, period.To);
        }

        return period.From < SelectionReader.FirstDay || period.To > SelectionReader.LastDay ? Refusal.PeriodOutOfRange(period.From, period.To) : null;
    }
}

using System.Text;
using ProdSales.Feeds;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Intake;

/// <summary>Tells by a glance at a chunk whether its money may need converting, whether a business date may lie outside the calendar, whether a value is missing that another column asks for, whether days are in an impossible order, and whether measures are named.</summary>
/// <remarks>A glance only: which rows are refused is decided by <see cref="Facts.RowRules"/>.</remarks>
internal sealed class RowNeeds
{
    private static readonly int FirstDay = StarTable.FirstDay.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private static readonly int LastDay = StarTable.LastDay.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private readonly byte[] _groupCurrency;
    private readonly int _currency = -1;
    private readonly int _exchangeRate = -1;
    private readonly int _date = -1;
    private readonly bool _namesMeasures;
    private readonly (int Column, int Other, byte[][] Texts)[] _asked = [];

    private readonly (int Later, int Earlier, bool IsDay)[] _ordered = [];

    internal RowNeeds(StarTable star, string groupCurrency)
    {
        _groupCurrency = Encoding.UTF8.GetBytes(groupCurrency);
        if (star.Feed.Kind is FeedKind.Dimension)
        {
            return;
        }

        List<FeedColumn> columns = [.. star.Feed.Columns];
        _currency = star.Money.Count > 0 ? columns.FindIndex(column => column.Name == "currency") : -1;
        _exchangeRate = columns.FindIndex(column => column.Name == "exchange_rate");
        _namesMeasures = columns.Exists(column => column.NamesMeasure);
        _date = columns.IndexOf(star.Feed.BusinessDate!);
        _ordered =
        [
            .. columns.Where(column => column.NotBefore is not null).Select(column =>
                (columns.IndexOf(column), columns.FindIndex(other => other.Name == column.NotBefore), column.Type is FeedType.Date)),
        ];
        _asked =
        [
            .. columns.Where(column => column.RequiredBy is not null).Select(column =>
                (columns.IndexOf(column), columns.FindIndex(other => other.Name == column.RequiredBy), column.RequiredFor.Select(Encoding.UTF8.GetBytes).ToArray())),
        ];
    }

    /// <summary>Looks at a chunk.</summary>
    internal ChunkNeeds Of(DataChunk chunk)
    {
        ChunkNeeds needs = _namesMeasures ? ChunkNeeds.Checks : ChunkNeeds.None;
        if ((_date >= 0 && HasDayOutsideCalendar(chunk.Vector(_date)))
            || _ordered.Any(pair => IsOutOfOrder(chunk.Vector(pair.Later), chunk.Vector(pair.Earlier), pair.IsDay))
            || _asked.Any(asked => LacksWhatIsAsked(chunk.Vector(asked.Column), chunk.Vector(asked.Other), asked.Texts)))
        {
            needs |= ChunkNeeds.Checks;
        }

        if ((_currency >= 0 && HasOtherCurrency(chunk.Vector(_currency)))
            || (_exchangeRate >= 0 && HasRateOtherThanOne(chunk.Vector(_exchangeRate))))
        {
            needs |= ChunkNeeds.Checks | ChunkNeeds.Conversion;
        }

        return needs;
    }

    private static bool HasDayOutsideCalendar(ColumnVector date)
    {
        ReadOnlySpan<int> days = date.Values<int>();
        for (int row = 0; row < days.Length; row++)
        {
            if ((days[row] < FirstDay || days[row] > LastDay) && !date.IsNull(row))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOutOfOrder(ColumnVector later, ColumnVector earlier, bool isDay) =>
        isDay ? IsOutOfOrder(later, earlier, later.Values<int>(), earlier.Values<int>()) : IsOutOfOrder(later, earlier, later.Values<long>(), earlier.Values<long>());

    private static bool IsOutOfOrder<T>(ColumnVector later, ColumnVector earlier, ReadOnlySpan<T> afterwards, ReadOnlySpan<T> before)
        where T : IComparable<T>
    {
        for (int row = 0; row < afterwards.Length; row++)
        {
            if (afterwards[row].CompareTo(before[row]) < 0 && !later.IsNull(row) && !earlier.IsNull(row))
            {
                return true;
            }
        }

        return false;
    }

    private static bool LacksWhatIsAsked(ColumnVector column, ColumnVector other, byte[][] texts)
    {
        for (int row = 0; row < column.Count; row++)
        {
            if (column.IsNull(row) && !other.IsNull(row) && Holds(texts, other.Utf8(row)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(byte[][] texts, ReadOnlySpan<byte> text)
    {
        foreach (byte[] one in texts)
        {
            if (text.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRateOtherThanOne(ColumnVector rate)
    {
        ReadOnlySpan<double> rates = rate.Values<double>();
        for (int row = 0; row < rates.Length; row++)
        {
            if (rates[row] is not 1.0 && !rate.IsNull(row))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasOtherCurrency(ColumnVector currency)
    {
        for (int row = 0; row < currency.Count; row++)
        {
            if (!currency.IsNull(row) && !currency.Utf8(row).SequenceEqual(_groupCurrency))
            {
                return true;
            }
        }

        return false;
    }
}

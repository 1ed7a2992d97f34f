using System.Globalization;
using System.Text.RegularExpressions;
using ProdSales.Host.Commands;
using ProdSales.Semantics;

namespace ProdSales.Host.Explanations;

/// <summary>Reads periods as people write them: 2013, 2013-Q2, 2013-05, 2013-05-17, or two of these with two dots between.</summary>
internal static partial class PeriodText
{
    /// <summary>The days that the text names.</summary>
    /// <exception cref="RefusedException">The text names none.</exception>
    internal static Period Read(string text)
    {
        string[] ends = text.Split("..");
        return ends is [var from, var to] ? new Period(One(from, text).From, One(to, text).To) : One(text, text);
    }

    private static Period One(string text, string whole)
    {
        Match match = Form().Match(text);
        if (!match.Success)
        {
            throw new RefusedException("not-a-period", ("text", whole));
        }

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        DateOnly year = new(Number("year"), 1, 1);
        if (match.Groups["quarter"].Success)
        {
            return Months(year.AddMonths(3 * (Number("quarter") - 1)), 3);
        }

        if (!match.Groups["month"].Success)
        {
            return Months(year, 12);
        }

        DateOnly month = year.AddMonths(Number("month") - 1);
        if (!match.Groups["day"].Success)
        {
            return Months(month, 1);
        }

        DateOnly day = month.AddDays(Number("day") - 1);
        return day.Month == month.Month ? new Period(day, day) : throw new RefusedException("not-a-period", ("text", whole));
    }

    private static Period Months(DateOnly from, int months) => new(from, from.AddMonths(months).AddDays(-1));

    [GeneratedRegex(
        "^(?<year>19[0-9]{2}|20[0-9]{2}|21[0-9]{2})(-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2])(-(?<day>0[1-9]|[12][0-9]|3[01]))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Form();
}

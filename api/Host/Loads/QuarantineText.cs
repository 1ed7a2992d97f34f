using System.Globalization;
using System.Text.Json;
using ProdSales.Host.Speech;
using ProdSales.Loading.Quarantine;

namespace ProdSales.Host.Loads;

/// <summary>Writes refused rows, for a person to read.</summary>
internal sealed class QuarantineText(Speaker speaker)
{
    /// <summary>The row on one line: number, feed, place, what is wrong, and its values.</summary>
    internal string Line(QuarantinedRow row)
    {
        string place = row.Line is { } line
            ? speaker.Say("report.row-place", ("file", row.File ?? row.Feed), ("line", line))
            : speaker.Say("report.no-place", ("file", row.File ?? row.Feed));
        using JsonDocument values = JsonDocument.Parse(row.Values);
        string reasons = string.Join("; ", row.Reasons.Select(reason => Reason(reason, values.RootElement)));
        return string.Create(CultureInfo.InvariantCulture, $"{row.Id} {row.Feed} ({place}): {reasons} {row.Values}");
    }

    private string Reason(string reason, JsonElement values)
    {
        string[] parts = reason.Split(": ");
        string? value = parts.Length > 1 && values.TryGetProperty(parts[0], out JsonElement held) ? held.ToString() : null;
        return $"{reason} ({speaker.What(parts[^1], value)})";
    }
}

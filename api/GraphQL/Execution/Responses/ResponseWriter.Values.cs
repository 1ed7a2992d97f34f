using System.Buffers.Text;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProdSales.GraphQL.Execution.Responses;

/// <content>Values of several parts.</content>
public sealed partial class ResponseWriter
{
    private static readonly ulong[] Powers = [.. Enumerable.Range(0, 20).Select(places => (ulong)UInt128.Parse("1" + new string('0', places), CultureInfo.InvariantCulture))];

    /// <summary>Writes a decimal number from its digits: <paramref name="unscaled"/> × 10^-<paramref name="scale"/>, all places kept.</summary>
    /// <param name="unscaled">The digits without a point.</param>
    /// <param name="scale">The places behind the point, 0 to 38.</param>
    public void WriteNumber(Int128 unscaled, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 38);
        Span<byte> digits = stackalloc byte[48];
        UInt128 magnitude = unscaled < 0 ? (UInt128)(-(unscaled + 1)) + 1 : (UInt128)unscaled;
        magnitude.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        Span<byte> target = Reserve(64);
        int at = Comma(target);
        if (unscaled < 0)
        {
            target[at++] = (byte)'-';
        }

        int whole = length - scale;
        if (whole <= 0)
        {
            target[at++] = (byte)'0';
        }
        else
        {
            digits[..whole].CopyTo(target[at..]);
            at += whole;
        }

        if (scale > 0)
        {
            target[at++] = (byte)'.';
            int zeros = Math.Max(-whole, 0);
            target.Slice(at, zeros).Fill((byte)'0');
            at += zeros;
            ReadOnlySpan<byte> fraction = digits[Math.Max(whole, 0)..length];
            fraction.CopyTo(target[at..]);
            at += fraction.Length;
        }

        Advance(at);
    }

    /// <summary>Writes a decimal number from its digits, as <see cref="WriteNumber(Int128, int)"/> does, for those that fit a long.</summary>
    /// <param name="unscaled">The digits without a point.</param>
    /// <param name="scale">The places behind the point, 0 to 38.</param>
    public void WriteNumber(long unscaled, int scale)
    {
        if ((uint)scale >= (uint)Powers.Length)
        {
            WriteNumber((Int128)unscaled, scale);
            return;
        }

        Span<byte> target = Reserve(24);
        int at = Comma(target);
        if (unscaled < 0)
        {
            target[at++] = (byte)'-';
        }

        (ulong whole, ulong rest) = Math.DivRem(unscaled < 0 ? (ulong)-(unscaled + 1) + 1 : (ulong)unscaled, Powers[scale]);
        Utf8Formatter.TryFormat(whole, target[at..], out int length);
        at += length;
        if (scale > 0)
        {
            target[at] = (byte)'.';
            for (int place = scale; place > 0; place--)
            {
                (rest, ulong digit) = Math.DivRem(rest, 10);
                target[at + place] = (byte)('0' + digit);
            }

            at += scale + 1;
        }

        Advance(at);
    }

    /// <summary>Writes text, numbers, truth values, null, lists and dictionaries of these; takes everything back for anything else.</summary>
    /// <returns>Whether the value was written.</returns>
    public bool TryWritePlain(object? value)
    {
        ResponseMark mark = Mark();
        if (TryWriteNested(value, 0))
        {
            return true;
        }

        Rollback(mark);
        return false;
    }

    private bool TryWriteNested(object? value, int depth)
    {
        switch (value)
        {
            case null:
                WriteNull();
                return true;
            case string text:
                WriteString(text);
                return true;
            case bool flag:
                WriteBoolean(flag);
                return true;
            case decimal number:
                WriteNumber(number);
                return true;
            case double or float:
                double real = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                if (!double.IsFinite(real))
                {
                    return false;
                }

                WriteNumber(real);
                return true;
            case int or long or short or byte or uint:
                WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            case JsonElement json when json.ValueKind != JsonValueKind.Undefined:
                WriteRawValue(Encoding.UTF8.GetBytes(json.GetRawText()));
                return true;
            case IReadOnlyDictionary<string, object?> map when depth < 64:
                return TryWriteObject(map, depth);
            case IEnumerable list when depth < 64:
                return TryWriteArray(list, depth);
            default:
                return false;
        }
    }

    private bool TryWriteObject(IReadOnlyDictionary<string, object?> map, int depth)
    {
        StartObject();
        foreach ((string name, object? value) in map)
        {
            WriteName(name);
            if (!TryWriteNested(value, depth + 1))
            {
                return false;
            }
        }

        EndObject();
        return true;
    }

    private bool TryWriteArray(IEnumerable list, int depth)
    {
        StartArray();
        foreach (object? item in list)
        {
            if (!TryWriteNested(item, depth + 1))
            {
                return false;
            }
        }

        EndArray();
        return true;
    }
}

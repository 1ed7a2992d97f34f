using System.Security.Cryptography;
using System.Text;
using ProdSales.Learning.Data;

namespace ProdSales.Predictions.Frames;

/// <summary>Subjects on days, with what was known of each: the same days give the same frame whenever it is read.</summary>
/// <param name="Rows">One for each subject and day, by day, source and id.</param>
/// <param name="Features">What was known, row by row; a value that nobody knew is missing.</param>
public sealed record Frame(IReadOnlyList<FrameRow> Rows, Table Features)
{
    /// <summary>Gets the sha-256 of rows and features without outcomes, in hexadecimal digits: equal frames have equal digests.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        StringBuilder line = new();
        for (int row = 0; row < Rows.Count; row++)
        {
            line.Clear().Append(Rows[row] with { Outcome = null });
            foreach (TableColumn column in Features.Columns)
            {
                line.Append('\u001f').Append(column.TextOf(row) ?? "\u0000");
            }

            hash.AppendData(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Some rows, in the order given.</summary>
    public Frame Take(int[] rows) => new([.. rows.Select(row => Rows[row])], Features.Take(rows));
}
